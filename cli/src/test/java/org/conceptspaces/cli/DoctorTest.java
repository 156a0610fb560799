package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What would be used, and why. */
class DoctorTest {

  @Test
  void tellsVersionsEngineDeviceAndPlugins() {
    Ran ran = Ran.concepts("doctor", "--device", "cpu");
    assertEquals(Main.DONE, ran.exit());
    assertEquals("", ran.err());
    for (String line :
        new String[] {
          "concept-spaces +\\S+",
          "java +" + Runtime.version().feature() + "\\..*",
          "djl +0\\.\\d+\\.\\d+",
          "pytorch +\\d+\\.\\d+\\.\\d+ from .*",
          "processors +" + Runtime.getRuntime().availableProcessors() + ":.*",
          "would use +cpu, because --device cpu says so",
          "float64 +works",
          "euclidean +geometry, from /.*",
          "poincare +geometry, from /.*"
        }) {
      assertTrue(ran.out().lines().anyMatch(l -> l.strip().matches(line)), line + ran.out());
    }
  }

  @Test
  void refusesADeviceThatIsNotThere() {
    Ran ran = Ran.concepts("doctor", "--device", "gpu:977");
    assertEquals(Main.BAD_INPUT, ran.exit());
    assertEquals("", ran.out());
    assertTrue(ran.err().startsWith("concepts: --device gpu:977: the engine sees "), ran.err());
  }
}
