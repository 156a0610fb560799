package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTest {

  private static final String TEXT = "the text of thing 99 of kind 2";

  @TempDir private static Path folder;

  private static Path placer = Path.of("");
  private static Path plain = Path.of("");

  @BeforeAll
  static void train() {
    SmallData data = new SmallData(folder);
    placer = trained(data, "placer", "channels: [words, openings, names, concepts], leaves: 0.5");
    plain = trained(data, "plain", "");
  }

  private static Path trained(SmallData data, String name, String placement) {
    Path config =
        data.config(name + ".yaml", "seeds: [1]", "placement: {" + placement + "}\nseeds: [1]");
    Path model = folder.resolve(name);
    Ran ran = Ran.concepts("train", config.toString(), "--output", model.toString());
    assertEquals(Main.DONE, ran.exit(), ran.err());
    return model;
  }

  @Test
  void aTextIsPlacedWithItsPathAndItsEvidence() {
    Ran ran = Ran.concepts("place", placer.toString(), "--text", TEXT, "--json", "-");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    JsonObject answer = JsonParser.parseString(ran.out()).getAsJsonObject();
    assertEquals(TEXT, answer.get("text").getAsString());
    JsonArray places = answer.getAsJsonArray("places");
    assertEquals(3, places.size());
    JsonObject first = places.get(0).getAsJsonObject();
    assertEquals("c2", first.get("id").getAsString());
    assertEquals("[\"root\",\"c2\"]", first.get("path").toString());
    assertTrue(first.getAsJsonObject("words").has("2"), first.toString());
    double sum = 0;
    for (int i = 0; i < places.size(); i++) {
      sum += places.get(i).getAsJsonObject().get("probability").getAsDouble();
    }
    assertTrue(sum > 0 && sum <= 1, "probabilities sum to " + sum);
  }

  @Test
  void peopleReadTheSame() {
    Ran ran = Ran.concepts("place", placer.toString(), "--text", TEXT, "--count", "1");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    List<String> lines = ran.out().lines().toList();
    assertEquals(TEXT, lines.get(0));
    assertTrue(lines.get(1).endsWith("%  c2"), lines.get(1));
    assertEquals("root > c2", lines.get(2).strip());
    assertEquals(4, lines.size());
  }

  @Test
  void whatConceptsLookedAtIsToldIfAskedFor() {
    Ran ran =
        Ran.concepts("place", placer.toString(), "--text", TEXT, "--attention", "--json", "-");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    JsonObject looked =
        JsonParser.parseString(ran.out()).getAsJsonObject().getAsJsonObject("looked_at");
    assertTrue(looked.size() > 0 && looked.size() <= 5, ran.out());
    double sum =
        looked.entrySet().stream().mapToDouble(each -> each.getValue().getAsDouble()).sum();
    assertTrue(sum > 0.3 && sum <= 1.0001, ran.out());
    looked.keySet().forEach(token -> assertTrue(TEXT.contains(token), token));
    Ran people = Ran.concepts("place", placer.toString(), "--text", TEXT, "--attention");
    assertTrue(people.out().contains("  concepts looked at: "), people.out());
    Ran without = Ran.concepts("place", placer.toString(), "--text", TEXT, "--json", "-");
    assertTrue(!without.out().contains("looked_at"), without.out());
  }

  @Test
  void hostileTextsAreAnswered() {
    for (String text :
        List.of("the of", "的的的", "\u0001", "?!", "a ".repeat(500_000), "\uD83D\uDE00")) {
      Ran ran = Ran.concepts("place", placer.toString(), "--text", text, "--json", "-");
      assertEquals(Main.DONE, ran.exit(), ran.err());
      JsonObject answer = JsonParser.parseString(ran.out()).getAsJsonObject();
      assertTrue(answer.has("typicality"), ran.out());
    }
  }

  @Test
  void aModelWithoutAPlacerIsRefused() {
    Ran.concepts("place", plain.toString(), "--text", TEXT)
        .refusedWith(
            "model "
                + plain
                + ": does not place texts; train it with 'placement: {channels: [words, openings,"
                + " names, concepts]}' in its config");
  }

  @Test
  void countsBelowOneAreRefused() {
    Ran.concepts("place", placer.toString(), "--text", TEXT, "--count", "0")
        .refusedWith("--count 0: wants 1 at least");
  }
}
