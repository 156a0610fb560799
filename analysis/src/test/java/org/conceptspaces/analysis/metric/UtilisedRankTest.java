package org.conceptspaces.analysis.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class UtilisedRankTest {

  @Test
  void isThatOfTheNarrowerSide() {
    Spectrum inputs = Spectrum.ofRows(Banks.ofRank(3, 200, 32, 1));
    Spectrum outputs = Spectrum.ofRows(Banks.gaussian(200, 16, 2));
    UtilisedRank layer = UtilisedRank.of(inputs, outputs, 32, 16, UtilisedRank.ENERGY);
    assertEquals(new UtilisedRank(3, 16, 16), layer);
    assertEquals(3, layer.rank());
    assertEquals(3.0 / 16, layer.utilisation());
    UtilisedRank full = UtilisedRank.of(outputs, outputs, 16, 16, 1);
    assertEquals((3.0 / 16 + 1) / 2, UtilisedRank.mean(List.of(layer, full)));
  }

  @Test
  void keepsTheEnergyThatIsAskedFor() {
    Spectrum squares = Spectrum.of(3, 1); // energies 0.9 and 0.1
    assertEquals(1, UtilisedRank.of(squares, squares, 2, 2, 0.9).rank());
    assertEquals(2, UtilisedRank.of(squares, squares, 2, 2, 0.91).rank());
    assertEquals(0, UtilisedRank.of(Spectrum.of(0, 0), squares, 2, 2, 1).rank());
    assertThrows(IllegalArgumentException.class, () -> UtilisedRank.of(squares, squares, 2, 2, 0));
  }
}
