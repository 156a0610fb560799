package org.conceptspaces.taxonomy.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchies;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.sampling.HoldOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingFolderTest {

  private static final Hierarchy TREE = Hierarchies.of("b>a", "c>a");

  @TempDir Path folder;

  private static Embedding embedding(double first, String... ids) {
    return new Embedding(
        new EmbeddingDescription(
            "tree.tsv",
            TREE.fingerprint(),
            "poincare",
            Map.of("curvature", 0.5, "learnCurvature", true, "parts", List.of(2L, "x")),
            2,
            "train",
            7,
            "0123456789abcdef",
            Map.of("concept-spaces", "0.1.0", "java", "17"),
            Map.of("map", 0.97, "mean_rank", 1.14),
            Map.of("curvature", List.of(1 / 3.0)),
            new HoldOut(0.05, 3)),
        new NodeVectors(List.of(ids), new double[] {first, 0.2, 0.1, -0.3, 1e-300, 0.25}, 2));
  }

  private Path place() {
    return folder.resolve("embedding");
  }

  private List<String> names(Path where) throws IOException {
    try (Stream<Path> files = Files.list(where)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Embedding written = embedding(1 / 3.0, "b", "a", "c");
    EmbeddingFolder.write(place(), written);
    assertEquals(List.of("SHA256SUMS", "embedding.json", "ids.txt", "points.npy"), names(place()));
    assertEquals(List.of("embedding"), names(folder));
    Embedding read = EmbeddingFolder.read(place());
    assertEquals(written.description(), read.description());
    assertEquals(written.vectors().ids(), read.vectors().ids());
    assertArrayEquals(written.vectors().rowMajor(), read.vectors().rowMajor());
    assertArrayEquals(written.vectors().rowMajor(), VectorFiles.read(place()).rowMajor());
  }

  @Test
  void theSameIsWrittenTheSame() throws IOException {
    EmbeddingFolder.write(place(), embedding(.1, "b", "a", "c"));
    EmbeddingFolder.write(folder.resolve("again"), embedding(.1, "b", "a", "c"));
    for (String name : names(place())) {
      assertArrayEquals(
          Files.readAllBytes(place().resolve(name)),
          Files.readAllBytes(folder.resolve("again").resolve(name)));
    }
  }

  @Test
  void anEmbeddingIsReplacedAndNothingElse() throws IOException {
    Files.createDirectory(place());
    EmbeddingFolder.write(place(), embedding(.1, "b", "a", "c"));
    EmbeddingFolder.write(place(), embedding(.2, "b", "a", "c"));
    assertEquals(.2, VectorFiles.read(place()).get(0, 0));
    assertEquals(List.of("embedding"), names(folder));
    Files.writeString(place().resolve("thesis.tex"), "years of work");
    DataException refused =
        assertThrows(
            DataException.class,
            () -> EmbeddingFolder.write(place(), embedding(.3, "b", "a", "c")));
    assertTrue(refused.getMessage().contains("holds 'thesis.tex'"), refused.getMessage());
    assertEquals(.2, VectorFiles.read(place()).get(0, 0));
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThrows(
        DataException.class, () -> EmbeddingFolder.write(file, embedding(.3, "b", "a", "c")));
  }

  @Test
  void whatCannotBeWrittenLeavesTheFormerOne() throws IOException {
    EmbeddingFolder.write(place(), embedding(.1, "b", "a", "c"));
    assertThrows(
        DataException.class,
        () -> EmbeddingFolder.write(place(), embedding(.2, "b", "a", "no\nid")));
    assertEquals(.1, VectorFiles.read(place()).get(0, 0));
    assertEquals(List.of("embedding"), names(folder));
  }

  private void refused(String... parts) {
    DataException refused = assertThrows(DataException.class, () -> EmbeddingFolder.read(place()));
    assertEquals(1, refused.getMessage().lines().count());
    for (String part : parts) {
      assertTrue(refused.getMessage().contains(part), refused.getMessage());
    }
  }

  @Test
  void damageIsFound() throws IOException {
    for (String name : List.of("points.npy", "ids.txt", "embedding.json", "SHA256SUMS")) {
      EmbeddingFolder.write(place(), embedding(.1, "b", "a", "c"));
      byte[] content = Files.readAllBytes(place().resolve(name));
      content[content.length / 2] ^= 1;
      Files.write(place().resolve(name), content);
      refused("is damaged or was changed");
      Files.delete(place().resolve(name));
      refused(name, name.equals("embedding.json") ? "holds no embedding.json" : "is missing");
    }
    assertTrue(
        assertThrows(DataException.class, () -> VectorFiles.read(folder))
            .getMessage()
            .contains("holds no embedding.json"));
  }

  private void refusedDescription(String json, String... parts) throws IOException {
    EmbeddingFolder.write(place(), embedding(.1, "b", "a", "c"));
    Files.writeString(place().resolve("embedding.json"), json);
    Sums.write(place(), List.of("points.npy", "ids.txt", "embedding.json"));
    refused(parts);
  }

  @Test
  void descriptionsOfAnotherKind() throws IOException {
    refusedDescription("{", "embedding.json: cannot be read");
    refusedDescription("", "wants format 1");
    refusedDescription("{\"format\": 2}", "wants format 1");
    refusedDescription("{\"format\": 1}", "has no \"source\"");
    EmbeddingFolder.write(place(), embedding(.1, "b", "a", "c"));
    String json = Files.readString(place().resolve("embedding.json"));
    refusedDescription(json.replace("\"nodes\": 3", "\"nodes\": 4"), "of other vectors");
  }

  @Test
  void vectorsFollowAHierarchysOrder() {
    NodeVectors vectors = embedding(.1, "c", "a", "b").vectors();
    NodeVectors ordered = vectors.ordered(TREE.ids());
    assertEquals(List.of("b", "a", "c"), ordered.ids());
    assertArrayEquals(new double[] {1e-300, .25, .1, -.3, .1, .2}, ordered.rowMajor());
    DataException missing =
        assertThrows(DataException.class, () -> vectors.ordered(List.of("a", "x", "y")));
    assertTrue(
        missing.getMessage().startsWith("2 of 3 nodes have no vector, 'x' for instance"),
        missing.getMessage());
  }

  @Test
  void fingerprintsTellHierarchiesApart() {
    assertEquals(TREE.fingerprint(), Hierarchies.of("c>a", "b>a").fingerprint());
    assertTrue(!TREE.fingerprint().equals(Hierarchies.of("c>b", "b>a").fingerprint()));
    assertTrue(!TREE.fingerprint().equals(Hierarchies.withTexts(TREE).fingerprint()));
  }
}
