package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop's table, in which a product has no category, and the lamps have none of their own. */
class CompleteTest {

  private static final String CONFIG =
      """
      data: {table: shop.csv, heldOut: 0}
      encoder: {tokenDimension: 8, hidden: 16, layers: 1, heads: 2, feedForward: 16}
      training: {steps: 2, pairs: 8, measurements: 0}
      placement: {channels: [words, openings, names]}
      seeds: [1]
      spaces: [{space: euclidean, concepts: 2, dimension: 3}]
      """;

  @TempDir private static Path folder;

  private static Path model = Path.of("");

  @BeforeAll
  static void train() {
    SmallData data = new SmallData(folder);
    String table =
        "id,label,description,parent\nS-1,shop,all that is sold,\nS-2,furniture,what stands in"
            + " rooms,S-1\nS-3,footwear,what is worn on feet,S-1\n"
            + rows("L", "lamp", "gives light", 9, "S-2")
            + rows("C", "chair", "is sat on", 14, "S-2")
            + rows("B", "boot", "is worn in rain", 12, "S-3")
            + rows("D", "sandal", "is worn in summer", 12, "S-3")
            + "B-99,orange boot,an orange boot that is worn in rain,\n";
    data.write("shop.csv", table);
    model = folder.resolve("model");
    Ran ran =
        Ran.concepts(
            "train", data.write("c.yaml", CONFIG).toString(), "--output", model.toString());
    assertEquals(Main.DONE, ran.exit(), ran.err());
  }

  private static String rows(String code, String kind, String use, int count, String parent) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "%s-%d,make%d %s,a %s of sort %d that %s,%s%n"
                    .formatted(code, i, i, kind, kind, i, use, parent))
        .collect(Collectors.joining());
  }

  @Test
  void theProductFindsItsShelfAndTheLampsGetOne() {
    Ran ran = Ran.concepts("complete", model.toString(), "--json", "-");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    JsonObject answer = JsonParser.parseString(ran.out()).getAsJsonObject();
    JsonObject orphan = answer.getAsJsonArray("orphans").get(0).getAsJsonObject();
    assertEquals("B-99", orphan.get("id").getAsString());
    assertEquals(
        "S-3", orphan.getAsJsonArray("places").get(0).getAsJsonObject().get("id").getAsString());
    assertTrue(
        answer.getAsJsonArray("missing").asList().stream()
            .map(each -> each.getAsJsonObject())
            .anyMatch(
                each ->
                    each.get("word").getAsString().equals("lamp")
                        && each.get("parent").getAsString().equals("S-2")
                        && each.get("existing").isJsonNull()
                        && each.getAsJsonArray("children").size() == 9),
        ran.out());
  }

  @Test
  void peopleReadNamesWhereIdsAreCodes() {
    Ran ran = Ran.concepts("complete", model.toString(), "--count", "1");
    assertEquals(Main.DONE, ran.exit(), ran.err());
    assertTrue(
        ran.out().startsWith("Nodes without a parent: 1\n  B-99 (orange boot)\n"), ran.out());
    assertTrue(ran.out().contains("%  S-3 (footwear)\n"), ran.out());
    assertEquals(1, ran.out().lines().filter(line -> line.startsWith("  \"")).count(), ran.out());
    assertTrue(ran.out().contains("\" below f"), ran.out());
    Ran.concepts("complete", model.toString(), "--count", "0")
        .refusedWith("--count 0: wants 1 at least");
  }
}
