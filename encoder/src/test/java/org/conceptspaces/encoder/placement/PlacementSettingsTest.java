package org.conceptspaces.encoder.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.conceptspaces.placement.PlacementOptions;
import org.junit.jupiter.api.Test;

class PlacementSettingsTest {

  private static PlacementSettings of(String... channels) {
    return new PlacementSettings(List.of(channels), 50, 0.2, 300, "none");
  }

  private static String refusal(String... channels) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> of(channels)).getMessage());
  }

  @Test
  void whatCannotBeLookedAtIsRefused() {
    assertEquals(
        "placement.channels: unknown 'word', did you mean 'words'?; known are words, openings,"
            + " names, states, concepts, concept-sets",
        refusal("word"));
    assertTrue(refusal("words", "").startsWith("placement.channels: unknown ''"));
    assertEquals("placement.channels: 'words' is there twice", refusal("words", "words"));
    assertEquals(
        "placement.channels: names alone do not tell strange texts; add words, states or concepts",
        refusal("names"));
  }

  @Test
  void withoutChannelsNothingIsPlaced() {
    assertFalse(of().wanted());
    assertTrue(of("names", "concepts").wanted());
    assertTrue(of("names", "concepts").names());
    assertFalse(of("words").names());
    assertEquals(new PlacementOptions(50, 300, 9), of("words").options(9));
  }
}
