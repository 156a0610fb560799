package org.conceptspaces.placement.complete;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.conceptspaces.placement.Lessons;
import org.conceptspaces.placement.PlacementOptions;
import org.conceptspaces.placement.Placer;
import org.conceptspaces.placement.PlacerTraining;
import org.conceptspaces.placement.channel.WordChannel;
import org.conceptspaces.placement.complete.Orphans.Orphan;
import org.conceptspaces.placement.text.Wording;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.junit.jupiter.api.Test;

class OrphansTest {

  /** Things of four kinds, and two nodes without a parent, of which one has children. */
  private static TextTaxonomy things() {
    HierarchyBuilder builder = Hierarchy.builder().node("thing");
    List<String> texts = new ArrayList<>(List.of("thing: all that is"));
    for (String kind : List.of("boat", "lamp", "chair", "shoe")) {
      builder.edge(kind, "thing");
      texts.add(kind + ": a thing of the sort " + kind);
      for (String quality : List.of("red", "old", "long", "cheap", "new")) {
        builder.edge(quality + " " + kind, kind);
        texts.add(quality + " " + kind + ": a " + kind + " that is " + quality);
      }
    }
    builder.node("green lamp");
    texts.add("green lamp: a lamp that is green");
    builder.node("sail boat");
    texts.add("sail boat: a boat that has sails");
    builder.edge("yacht", "sail boat");
    texts.add("yacht: a sail boat that is cheap");
    return new TextTaxonomy("things", builder.build(), texts);
  }

  @Test
  void orphansFindTheirKindAndNotTheirChildren() {
    TextTaxonomy taxonomy = things();
    Hierarchy hierarchy = taxonomy.hierarchy();
    List<Wording> wordings = taxonomy.texts().stream().map(Wording::of).toList();
    Placer placer =
        new PlacerTraining(taxonomy, true, PlacementOptions.DEFAULT)
            .fit(
                List.of(WordChannel.words(wordings), WordChannel.openings(wordings)),
                Lessons.of(hierarchy));
    List<Orphan> orphans = Orphans.of(placer);
    assertEquals(
        List.of("green lamp", "sail boat"),
        orphans.stream().map(orphan -> hierarchy.id(orphan.node())).toList());
    assertEquals("lamp", hierarchy.id(orphans.get(0).places().get(0).node()));
    assertEquals("boat", hierarchy.id(orphans.get(1).places().get(0).node()));
    assertTrue(orphans.get(0).belongs());
    int yacht = hierarchy.index("yacht");
    assertFalse(orphans.get(1).places().stream().anyMatch(place -> place.node() == yacht));
  }

  @Test
  void ofManyTreesOnlyNodesWithoutChildrenAreOrphans() {
    Hierarchy forest =
        Hierarchy.builder().edge("b", "a").edge("d", "c").edge("f", "e").node("alone").build();
    assertArrayEquals(new int[] {forest.index("alone")}, Orphans.nodes(forest));
    Hierarchy tree = Hierarchy.builder().edge("b", "a").edge("c", "b").build();
    assertArrayEquals(new int[0], Orphans.nodes(tree));
  }
}
