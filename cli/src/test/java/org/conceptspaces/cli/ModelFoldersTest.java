package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names of models' folders. */
class ModelFoldersTest {

  private static final Path ROOT = Path.of("models");

  @Test
  void plainNames() {
    ModelFolders folders =
        new ModelFolders(ROOT, List.of("poincare 16×2 curvature=0.5 +learnCurvature"));
    assertEquals(
        ROOT.resolve("poincare-16x2-curvature-0.5-learnCurvature-seed-3"),
        folders.of("poincare 16×2 curvature=0.5 +learnCurvature", 3));
  }

  @Test
  void labelsThatDifferInSignsOrCaseGetFoldersOfTheirOwn() {
    List<String> labels = List.of("mine shift=1", "mine shift=-1", "mine SHIFT=1");
    ModelFolders folders = new ModelFolders(ROOT, labels);
    assertEquals(ROOT.resolve("mine-shift-1-seed-1"), folders.of(labels.get(0), 1));
    assertEquals(ROOT.resolve("mine-shift-1-2-seed-1"), folders.of(labels.get(1), 1));
    assertEquals(ROOT.resolve("mine-SHIFT-1-3-seed-1"), folders.of(labels.get(2), 1));
  }

  @Test
  void noNameLeavesTheFolderOrIsTooLong() {
    String climbing = "mine path=../../etc";
    String endless = "mine text=" + "x".repeat(1000);
    String longer = endless + "y";
    ModelFolders folders = new ModelFolders(ROOT, List.of(climbing, endless, longer));
    assertEquals(ROOT, folders.of(climbing, 1).getParent());
    assertEquals(ROOT, folders.of(climbing, 1).normalize().getParent());
    assertTrue(folders.of(longer, 1).getFileName().toString().length() < 200);
    assertNotEquals(folders.of(endless, 1), folders.of(longer, 1));
  }
}
