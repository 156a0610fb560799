package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.List;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.Level;
import org.conceptspaces.api.Tokens;
import org.conceptspaces.testkit.SpaceTrial.LiveCount;
import org.junit.jupiter.api.Test;

/** Laws about which slots are live, an input of every space. */
public interface SpaceMaskLaws extends SpaceFixture {

  /** No slot is live that was not allowed to be. */
  @Test
  default void deadSlotsStayDead() {
    try (SpaceTrial trial = new SpaceTrial(this, 1)) {
      Tokens some =
          trial.withLive(
              trial.texts(), LiveCount.ALL, LiveCount.HALF, LiveCount.ALL, LiveCount.NONE);
      List<HostLevel> levels = trial.read(some);
      for (HostLevel level : levels) {
        for (int c = 0; c < level.concepts; c++) {
          boolean allowed = c < LiveCount.HALF.of(level.level.spec());
          Check.that(
              level.name() + ", text 0, concept " + c,
              allowed || !level.live(0, c),
              "dead, as its mask says",
              "live");
          Check.that(
              level.name() + ", text 2, concept " + c,
              !level.live(2, c),
              "dead, as its mask says",
              "live");
        }
      }
    }
  }

  /**
   * Dead slots that were cut off and dead slots that are masked make no difference: so nothing of a
   * dead slot reaches a live one.
   */
  @Test
  default void cutAndMaskedSlotsAgree() {
    try (SpaceTrial trial = new SpaceTrial(this, 1)) {
      Tokens texts = trial.texts();
      LiveCount half = LiveCount.HALF;
      List<HostLevel> cut = trial.read(trial.withLive(texts, half, half, half, half));
      List<HostLevel> masked = trial.read(trial.withLive(texts, LiveCount.ALL, half, half, half));
      for (int i = 0; i < cut.size(); i++) {
        for (int b = 0; b < SpaceTrial.TEXTS; b++) {
          cut.get(i).compare("cut against masked", b, masked.get(i), b, spaceTolerance());
        }
      }
    }
  }

  /**
   * Dead slots are not seen: where concepts see each other, the live ones come out otherwise than
   * with all slots live. A mask that is put over the result has no such effect. (A space that
   * decides on its own how many slots a text uses may use no more than half of them anyway.)
   */
  @Test
  default void livenessIsKnownBeforeAttention() {
    try (SpaceTrial trial = new SpaceTrial(this, 1)) {
      Tokens texts = trial.texts();
      LiveCount half = LiveCount.HALF;
      List<HostLevel> full = trial.read(texts);
      List<HostLevel> fewer = trial.read(trial.withLive(texts, LiveCount.ALL, half, half, half));
      for (int i = 0; i < full.size(); i++) {
        HostLevel level = full.get(i);
        if (conceptsSeeEachOther() && level.level.spec().count() > 1) {
          double moved = 0;
          boolean fewerLive = false;
          for (int b = 0; b < SpaceTrial.TEXTS; b++) {
            fewerLive |= level.liveCount(b) > fewer.get(i).liveCount(b);
            double[] before = level.point(b, 0);
            double[] after = fewer.get(i).point(b, 0);
            for (int j = 0; j < before.length; j++) {
              moved = Math.max(moved, Math.abs(before[j] - after[j]));
            }
          }
          Check.that(
              level.name()
                  + ", first concept, with half of the other slots dead: dead slots were seen by"
                  + " live ones, as when the mask is put over the result. Give the masks to what"
                  + " computes the level, in Tokens.live. (If concepts do not see each other here,"
                  + " override conceptsSeeEachOther.)",
              !fewerLive || moved > 10 * spaceTolerance(),
              "a point other than with all slots live",
              moved == 0 ? "the same point" : "the same point but for " + moved);
        }
      }
    }
  }

  /** What is live in one text makes no difference to another. */
  @Test
  default void masksOfOtherTextsChangeNothing() {
    try (SpaceTrial trial = new SpaceTrial(this, 1)) {
      Tokens texts = trial.texts();
      LiveCount all = LiveCount.ALL;
      LiveCount half = LiveCount.HALF;
      List<HostLevel> full = trial.read(trial.withLive(texts, all, all, all, all));
      List<HostLevel> cut = trial.read(trial.withLive(texts, half, half, half, half));
      List<HostLevel> mixed = trial.read(trial.withLive(texts, all, half, all, half));
      for (int i = 0; i < full.size(); i++) {
        full.get(i).compare("beside a text of fewer", 1, mixed.get(i), 1, spaceTolerance());
        cut.get(i).compare("beside a text of more", 0, mixed.get(i), 0, spaceTolerance());
      }
    }
  }

  /** Masks of ones are the same as no masks. */
  @Test
  default void allLiveIsTheDefault() {
    try (SpaceTrial trial = new SpaceTrial(this, 1)) {
      Tokens texts = trial.texts();
      LiveCount all = LiveCount.ALL;
      List<HostLevel> silent = trial.read(texts);
      List<HostLevel> said = trial.read(trial.withLive(texts, all, all, all, all));
      for (int i = 0; i < silent.size(); i++) {
        for (int b = 0; b < SpaceTrial.TEXTS; b++) {
          silent.get(i).compare("masks of ones", b, said.get(i), b, spaceTolerance());
        }
      }
    }
  }

  /** A text without live concepts pools to the origin, one without tokens to something finite. */
  @Test
  default void emptyTextsAreHarmless() {
    try (SpaceTrial trial = new SpaceTrial(this, 1)) {
      Tokens texts = trial.texts();
      LiveCount all = LiveCount.ALL;
      Tokens some = trial.withLive(texts, all, all, LiveCount.NONE, all);
      ConceptSet dead = trial.encode(some);
      for (Level level : dead.levels()) {
        NDArray pooled = level.pooled();
        Check.finite("level " + level.spec().name() + ", pooled", pooled);
        NDArray row = pooled.get("1:2");
        NDArray tangent = level.bound().logOrigin(row);
        Check.rows(
            "level " + level.spec().name() + ", text without live concepts: logOrigin(pooled)",
            tangent.zerosLike(),
            tangent,
            spaceTolerance());
      }
      NDArray first = texts.mask().get("0:2");
      NDArray silent = NDArrays.concat(new NDList(first, first.zerosLike().get("0:1")));
      ConceptSet wordless =
          trial.encode(new Tokens(texts.states(), silent, texts.information(), null));
      for (Level level : wordless.levels()) {
        Check.finite("level " + level.spec().name() + ", text without tokens", level.points());
        Check.finite("level " + level.spec().name() + ", text without tokens", level.pooled());
      }
    }
  }
}
