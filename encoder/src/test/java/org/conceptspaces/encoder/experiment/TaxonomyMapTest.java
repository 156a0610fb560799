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
    return PointBank.of(manager, spaces.model(manager), corpus.training(), level -> {});
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
    try (PointBank bank = bank(Spaces.TWO_LEVELS)) {
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
    try (PointBank bank = bank(Spaces.TWO_LEVELS)) {
      assertNull(TaxonomyMap.of(split, bank, heldOut(Double.NaN), predictions()));
    }
  }
}
