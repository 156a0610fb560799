package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would be used, and why; whether a device computes what it must. */
class DoctorTest {

  @Test
  void tellsVersionsEngineDeviceAndPlugins() {
    Ran ran = Ran.concepts("doctor");
    assertEquals(Main.DONE, ran.exit());
    assertEquals("", ran.err());
    for (String line :
        new String[] {
          "concept-spaces +\\S+",
          "java +" + Runtime.version().feature() + "\\..*",
          "djl +0\\.\\d+\\.\\d+",
          "pytorch +\\d+\\.\\d+\\.\\d+ from .*",
          "processors +" + Runtime.getRuntime().availableProcessors() + ":.*",
          "would use +(cpu|gpu:0), because the engine sees .*",
          "float64 +works",
          "euclidean +geometry, from /.*",
          "poincare +geometry, from /.*"
        }) {
      assertTrue(ran.out().lines().anyMatch(l -> l.strip().matches(line)), line + ran.out());
    }
    assertFalse(ran.out().contains("Checks of"), "a device is proved only on request");
  }

  /** Every check there is, on the one device that every machine has. */
  @Test
  void provesTheCpuInEveryInstalledGeometry() {
    Ran ran = Ran.concepts("doctor", "--device", "cpu", "--steps", "20", "--json", "-");
    assertEquals("", ran.err());
    assertEquals(Main.DONE, ran.exit());
    JsonObject root = JsonParser.parseString(ran.out()).getAsJsonObject();
    assertEquals(0, root.get("failed").getAsInt());
    assertTrue(root.getAsJsonObject("engine").get("would_use").getAsString().startsWith("cpu"));
    Map<String, Integer> passed = new TreeMap<>();
    for (JsonElement check : root.getAsJsonArray("checks")) {
      JsonObject one = check.getAsJsonObject();
      if (one.get("verdict").getAsString().equals("passed")) {
        passed.merge(one.get("check").getAsString(), 1, Integer::sum);
      }
      String detail = one.get("detail").getAsString();
      if (one.get("check").getAsString().matches("operations|step")) {
        assertTrue(detail.contains("equal, bit for bit"), detail);
      }
      if (one.get("check").getAsString().equals("training")) {
        assertTrue(
            one.getAsJsonObject("figures").get("tokens_per_second").getAsDouble() > 0, detail);
      }
    }
    // euclidean, and lorentz and poincare with the curvature fixed and learned
    for (String check : new String[] {"operations", "laws", "step", "training"}) {
      assertEquals(5, passed.get(check), check);
    }
  }

  @Test
  void refusesADeviceThatIsNotThere() {
    Ran ran = Ran.concepts("doctor", "--device", "gpu:977");
    assertEquals(Main.BAD_INPUT, ran.exit());
    assertEquals("", ran.out());
    assertTrue(ran.err().startsWith("concepts: --device gpu:977: the engine sees "), ran.err());
    assertEquals(1, ran.err().lines().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cuda", "tpu", "gpu:", "gpu:-1", "GPU", ""})
  void refusesWhatIsNoDevice(String name) {
    Ran ran = Ran.concepts("doctor", "--device", name);
    assertEquals(Main.BAD_INPUT, ran.exit());
    assertEquals("", ran.out());
    assertTrue(
        ran.err().contains("--device': wants auto, cpu or gpu:N, not '" + name + "'"), ran.err());
  }

  @Test
  void refusesTooFewSteps() {
    Ran.concepts("doctor", "--device", "cpu", "--steps", "3")
        .refusedWith("--steps 3: wants a whole number of at least 20");
  }
}
