package org.conceptspaces.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conceptspaces.encoder.experiment.Metrics;
import org.conceptspaces.encoder.measure.Interval;
import org.conceptspaces.encoder.measure.Part;
import org.conceptspaces.encoder.placement.PlacementSettings;
import org.conceptspaces.encoder.placement.PlacementTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as tables show them. */
class MeasureTest {

  private static final Measure THREE = new Measure("x", 3, true, "");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0.12345; 0.123",
        "-1.5; -1.500",
        "0; 0.000",
        "12345.6789; 12,345.679",
        "0.0005; 0.001",
        "0.00012; 1.2e-04",
        "3e12; 3.0e+12",
        "NaN; –",
        "Infinity; –"
      })
  void singleValues(double value, String shown) {
    assertEquals(shown, THREE.show(Interval.of(value)));
  }

  @Test
  void intervalsShowWhereTheySaySomething() {
    assertEquals("2.000 ± 0.500", THREE.show(new Interval(2, 0.5, 3)));
    assertEquals("2.000 ± 0.000", THREE.show(new Interval(2, 0.0002, 3)));
    assertEquals("1.2e-04 ± 5.0e-01", THREE.show(new Interval(0.00012, 0.5, 3)));
    assertEquals("2", new Measure("count", 0, false, "").show(new Interval(2, 0.5, 3)));
    assertEquals("–", THREE.show(null));
  }

  @Test
  void everyMetricOfPlacingHasAMeaning() {
    PlacementSettings settings =
        new PlacementSettings(List.of("words"), 5, 0.5, 9, "jdk:java.base");
    assertEquals(
        PlacementTask.metrics(settings),
        PlacementMeasures.ALL.stream().map(Measure::name).toList());
  }

  @Test
  void lossesOfPartsSaySo() {
    Interval one = Interval.of(1);
    String coarse = Metrics.of(Metrics.MLM_LOSS, new Part.Levels(2));
    String cut = Metrics.of(Metrics.RECONSTRUCTION_LOSS, new Part.Dimensions(8));
    Summary.Row row = new Summary.Row("s", false, Map.of(coarse, one, cut, one, "torsion", one));
    Map<String, String> meanings =
        Measure.of(List.of(row)).stream()
            .collect(Collectors.toMap(Measure::name, Measure::meaning));
    assertEquals(
        Map.of(
            "mlm_loss_levels_2",
            "mlm_loss with the coarsest levels alone: 2",
            "reconstruction_loss_dimensions_8",
            "reconstruction_loss with the first dimensions alone: 8",
            "torsion",
            "told by the space"),
        meanings);
  }

  @Test
  void whatPluginsMeasureComesLast() {
    Interval one = Interval.of(1);
    Summary.Row row =
        new Summary.Row(
            "s", false, Map.of("torsion", one, Metrics.PARENT_MRR, one, "seconds", one));
    assertEquals(
        List.of("seconds", Metrics.PARENT_MRR, "torsion"),
        Measure.of(List.of(row)).stream().map(Measure::name).toList());
  }
}
