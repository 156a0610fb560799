package org.conceptspaces.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.conceptspaces.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A geometry that nobody here ships embeds a hierarchy, from the command line, by tensors. */
class CustomGeometryTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "custom-space");

  @TempDir private Path folder;

  private JsonObject concepts(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    assertEquals(Main.DONE, exit, err::toString);
    return JsonParser.parseString(out.toString()).getAsJsonObject();
  }

  @Test
  void embedsAndIsEvaluated() throws IOException {
    Path jar = folder.resolve("custom-space.jar");
    ExampleJar.build(EXAMPLE, jar, folder);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      lines.append(i < 4 ? "c" + i + "\troot\n" : "l" + i + "\tc" + i % 4 + "\n");
    }
    String edges = Files.writeString(folder.resolve("edges.tsv"), lines).toString();
    String out = folder.resolve("out").toString();
    String plugins = jar.toString();
    JsonObject embedded =
        concepts(
            "embed",
            edges,
            "--space",
            "sphere",
            "--plugins",
            plugins,
            "--dimension",
            "4",
            "--option",
            "epochs=40",
            "--threads",
            "1",
            "--output",
            out,
            "--json",
            "-");
    assertEquals("tensor", embedded.get("engine").getAsString());
    assertTrue(embedded.get("map").getAsDouble() > 0.5, embedded.toString());
    JsonObject evaluated =
        concepts(
            "evaluate",
            out,
            "--edges",
            edges,
            "--plugins",
            plugins,
            "--threads",
            "1",
            "--json",
            "-");
    for (String key : List.of("map", "mean_rank", "average_distortion", "largest_norm")) {
      assertEquals(embedded.get(key), evaluated.get(key), key);
    }
  }
}
