package org.conceptspaces.encoder.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.conceptspaces.encoder.Animals;
import org.conceptspaces.encoder.Small;
import org.conceptspaces.encoder.Spaces;
import org.conceptspaces.encoder.experiment.TaxonomyMap.Node;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.encoder.train.Corpus;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.sampling.Split;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaxonomyMapTest {

  private final Corpus corpus = Animals.corpus();
  private final Split split = corpus.split();
  private final NDManager manager = Small.manager();

  @AfterEach
  void close() {
    manager.close();
  }

  private PointBank bank(Spaces spaces) {
    return PointBank.of(manager, spaces.model(manager), corpus.training(), concepts -> {});
  }

  private int[] predictions() {
    return IntStream.range(0, split.heldOut().length).toArray();
  }

  private double[][] heldOut(double value) {
    double[][] tangents = new double[split.heldOut().length][2];
    tangents[0][1] = value;
    return tangents;
  }

  @Test
  void everyNodeIsDrawnAtItsDistanceFromTheOriginBelowItsParents() {
    try (PointBank bank = bank(Spaces.MULTISCALE)) {
      TaxonomyMap map = TaxonomyMap.of(split, bank, heldOut(3), predictions());
      assertNotNull(map);
      assertEquals(2, map.dimension());
      assertEquals(1, map.share());
      assertEquals(-1, map.curvature());
      assertEquals(0, map.left());
      List<Node> nodes = map.nodes();
      assertEquals(split.full().size(), nodes.size());
      Hierarchy hierarchy = split.full().hierarchy();
      double[][] tangents = bank.tangents();
      for (int i = 0; i < nodes.size(); i++) {
        Node node = nodes.get(i);
        int full = hierarchy.index(node.id());
        assertEquals(split.full().text(full), node.text());
        assertArrayEquals(
            Arrays.stream(hierarchy.parents(full)).mapToObj(hierarchy::id).sorted().toArray(),
            Arrays.stream(node.parents()).mapToObj(p -> nodes.get(p).id()).sorted().toArray());
        for (int parent : node.parents()) {
          assertTrue(parent < i);
        }
        int trained = split.toTraining(full);
        if (trained >= 0) {
          assertEquals(TaxonomyMap.TRAINED, node.predicted());
          assertArrayEquals(tangents[trained], new double[] {node.x(), node.y()});
        }
      }
      Node first = nodes.get(nodes.size() - split.heldOut().length);
      assertEquals(hierarchy.id(split.heldOut()[0]), first.id());
      assertArrayEquals(new double[] {0, 3}, new double[] {first.x(), first.y()});
      assertEquals(split.training().hierarchy().id(0), nodes.get(first.predicted()).id());
    }
  }

  @Test
  void whatIsNoNumberHasNoMap() {
    try (PointBank bank = bank(Spaces.MULTISCALE)) {
      assertNull(TaxonomyMap.of(split, bank, heldOut(Double.NaN), predictions()));
    }
  }

  /** More than can be drawn: a root with children, one of which has the rest below it. */
  @Test
  void ofManyNodesTheDeepestAreLeftOut() {
    HierarchyBuilder builder = Hierarchy.builder().edge("a", "root").edge("b", "root");
    for (int i = 0; i < TaxonomyMap.LARGEST; i++) {
      builder.edge("leaf" + i, "a");
    }
    Hierarchy hierarchy = builder.build();
    double[][] tangents = new double[hierarchy.size()][3];
    for (int node = 0; node < tangents.length; node++) {
      tangents[node][1] = node;
      tangents[node][2] = node % 2 == 0 ? 1 : -1;
    }
    TaxonomyMap map = TaxonomyMap.of(NamedHierarchy.of("many", hierarchy), tangents, Double.NaN);
    assertNotNull(map);
    int drawn = TaxonomyMap.LARGEST - TaxonomyMap.LARGEST / 8;
    assertEquals(drawn, map.nodes().size());
    assertEquals(hierarchy.size() - drawn, map.left());
    assertEquals(3, map.dimension());
    // nothing varies along the first axis, so that the two main directions show all
    assertEquals(1, map.share(), 1e-12);
    assertEquals(List.of("root", "a", "b"), map.nodes().stream().limit(3).map(Node::id).toList());
    for (Node node : map.nodes()) {
      assertEquals("", node.text(), "an id is no text");
      assertEquals(TaxonomyMap.TRAINED, node.predicted());
      assertEquals(hierarchy.index(node.id()), Math.abs(node.x()), 1e-2 * tangents.length);
      if (node.id().startsWith("leaf")) {
        assertArrayEquals(new int[] {1}, node.parents());
      }
    }
    tangents[5][0] = Double.POSITIVE_INFINITY;
    assertNull(TaxonomyMap.of(NamedHierarchy.of("many", hierarchy), tangents, Double.NaN));
  }
}
