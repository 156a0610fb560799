package org.conceptspaces.encoder.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.network.ConceptModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartTest {

  /** Also through spaces around the one whose dimensions are nested. */
  @ParameterizedTest
  @CsvSource({
    "POINCARE, ''",
    "MULTISCALE, _levels_1",
    "MATRYOSHKA, _dimensions_1 _dimensions_2",
    "ADAPTIVE_OVER_DIMENSIONS, _dimensions_1 _dimensions_2"
  })
  void aSpaceHasThePartsThatItTrains(Spaces space, String suffixes) {
    Plugins plugins = Spaces.plugins();
    try (NDManager manager = Small.manager()) {
      ConceptModel model =
          Small.model(manager, Small.shape(), Animals.corpus(), space.config(plugins), plugins);
      List<String> parts = Part.of(model.space()).stream().map(Part::suffix).toList();
      assertEquals(suffixes, String.join(" ", parts));
    }
  }
}
