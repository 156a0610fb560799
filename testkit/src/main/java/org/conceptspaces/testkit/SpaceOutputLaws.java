package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Tokens;
import org.junit.jupiter.api.Test;

/** Laws about what a concept space yields. */
public interface SpaceOutputLaws extends SpaceFixture {

  /** There is a level for each of {@code levels()}, in order, with the documented shapes. */
  @Test
  default void levelsMatchTheirSpecs() {
    try (SpaceTrial trial = new SpaceTrial(this, 1)) {
      Tokens texts = trial.texts();
      ConceptSet set = trial.encode(texts);
      List<LevelSpec> specs = trial.space.levels();
      Check.that("number of levels", specs.size() == set.levels().size(), specs, set.levels());
      Check.that(
          "summary level",
          trial.space.summaryLevel() == set.summaryLevel(),
          trial.space.summaryLevel(),
          set.summaryLevel());
      Set<String> names = new HashSet<>();
      for (int i = 0; i < specs.size(); i++) {
        Level level = set.levels().get(i);
        LevelSpec spec = specs.get(i);
        String what = "level " + spec.name();
        Check.that(what + ": name is unique", names.add(spec.name()), "another name", spec.name());
        Check.that(what + ": spec", level.spec().equals(spec), spec, level.spec());
        long concepts = level.points().getShape().get(1);
        Check.that(
            what + ": concepts", concepts <= spec.count(), "at most " + spec.count(), concepts);
        int b = SpaceTrial.TEXTS;
        Check.shape(what + ": points", level.points(), b, concepts, spec.coordinates());
        Check.shape(what + ": mask", level.mask(), b, concepts);
        long heads = level.attention().getShape().get(1);
        Check.shape(what + ": attention", level.attention(), b, heads, concepts, SpaceTrial.LENGTH);
        Check.shape(
            what + ": hidden", level.hidden(), b, concepts, trial.harness.context().hidden());
        Check.that(
            what + ": type of points",
            level.points().getDataType() == spec.geometry().type(),
            spec.geometry().type(),
            level.points().getDataType());
        for (double value : Check.numbers(level.mask())) {
          Check.that(what + ": mask", value >= 0 && value <= 1, "from 0 to 1", value);
        }
      }
    }
  }

  /** Live concepts and pooled points lie in their level's geometry. */
  @Test
  default void conceptsAreInsideTheirGeometry() {
    try (SpaceTrial trial = new SpaceTrial(this, 1)) {
      for (Level level : trial.encode(trial.texts()).levels()) {
        Geometry g = level.bound();
        String what = "level " + level.spec().name();
        for (NDArray x : List.of(level.points(), level.pooled())) {
          Check.finite(what, x);
          Check.rows(what + ": projecting moves it", x, g.project(x), spaceTolerance());
          NDArray again = g.expOrigin(g.logOrigin(x));
          Check.rows(what + ": expOrigin(logOrigin(x))", x, again, spaceTolerance());
        }
      }
    }
  }

  /** The attention of a live concept is not negative, sums to 1, and leaves padding out. */
  @Test
  default void attentionOfLiveConceptsSumsToOne() {
    try (SpaceTrial trial = new SpaceTrial(this, 1)) {
      Tokens texts = trial.texts();
      double[] mask = Check.numbers(texts.mask());
      for (HostLevel level : trial.read(texts)) {
        for (int b = 0; b < SpaceTrial.TEXTS; b++) {
          for (int c = 0; c < level.concepts; c++) {
            for (int h = 0; h < level.heads() && level.live(b, c); h++) {
              double[] row = level.attention(b, h, c);
              String where = level.name() + ": attention of text " + b + ", concept " + c;
              double sum = 0;
              for (int t = 0; t < row.length; t++) {
                boolean good = mask[b * row.length + t] > 0 ? row[t] >= 0 : row[t] == 0;
                Check.that(where + " to token " + t, good, "0 at padding, else not less", row[t]);
                sum += row[t];
              }
              Check.that(where + ": sum", Math.abs(sum - 1) <= spaceTolerance(), 1, sum);
            }
          }
        }
      }
    }
  }

  /** More padding changes nothing, whatever the padded states are. */
  @Test
  default void paddingChangesNothing() {
    try (SpaceTrial trial = new SpaceTrial(this, 1)) {
      List<HostLevel> wanted = trial.read(trial.texts());
      List<HostLevel> padded = trial.read(trial.texts(trial.manager, 9, 0, 1, 2));
      for (int i = 0; i < wanted.size(); i++) {
        for (int b = 0; b < SpaceTrial.TEXTS; b++) {
          wanted.get(i).compare("with more padding", b, padded.get(i), b, spaceTolerance());
        }
      }
    }
  }

  /** Texts in another order give the same concepts in that order; a text alone gives its own. */
  @Test
  default void batchOrderChangesNothing() {
    try (SpaceTrial trial = new SpaceTrial(this, 1)) {
      List<HostLevel> wanted = trial.read(trial.texts());
      List<HostLevel> turned = trial.read(trial.texts(trial.manager, SpaceTrial.LENGTH, 2, 0, 1));
      List<HostLevel> alone = trial.read(trial.texts(trial.manager, SpaceTrial.LENGTH, 1));
      for (int i = 0; i < wanted.size(); i++) {
        HostLevel level = wanted.get(i);
        level.compare("in another order", 0, turned.get(i), 1, spaceTolerance());
        level.compare("in another order", 1, turned.get(i), 2, spaceTolerance());
        level.compare("in another order", 2, turned.get(i), 0, spaceTolerance());
        level.compare("alone", 1, alone.get(i), 0, spaceTolerance());
      }
    }
  }

  /** Different texts give different concepts. */
  @Test
  default void conceptsDependOnTheText() {
    try (SpaceTrial trial = new SpaceTrial(this, 1)) {
      for (Level level : trial.encode(trial.texts()).levels()) {
        double[] pooled = Check.numbers(level.pooled());
        int width = pooled.length / SpaceTrial.TEXTS;
        double apart = 0;
        for (int i = 0; i < width; i++) {
          apart = Math.max(apart, Math.abs(pooled[i] - pooled[width + i]));
        }
        Check.that(
            "level " + level.spec().name() + ": pooled points of two texts",
            apart > 10 * spaceTolerance(),
            "different ones",
            "off by " + apart);
      }
    }
  }
}
