package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.conceptspaces.api.ConceptSet;
import org.conceptspaces.api.ConceptSpace;
import org.conceptspaces.api.LevelSpec;
import org.conceptspaces.api.Tokens;

/** A space under test with its harness, a manager, and texts. */
final class SpaceTrial implements AutoCloseable {

  static final int TEXTS = 3;
  static final int LENGTH = 5;

  /** How many tokens each text has; the rest is padding. */
  private static final int[] TOKENS = {5, 3, 4};

  final SpaceFixture fixture;
  final SpaceHarness harness;
  final ConceptSpace space;
  final NDManager manager;

  SpaceTrial(SpaceFixture fixture, long seed) {
    this.fixture = fixture;
    this.harness = fixture.harness(seed);
    this.space = fixture.space(harness.context());
    this.manager = NDManager.newBaseManager(fixture.device());
  }

  ConceptSet encode(Tokens tokens) {
    return space.encode(harness.pass(manager, false), tokens);
  }

  List<HostLevel> read(Tokens tokens) {
    return encode(tokens).levels().stream().map(HostLevel::new).toList();
  }

  /** Three texts of 5, 3 and 4 tokens, padded. */
  Tokens texts() {
    return texts(manager, LENGTH, 0, 1, 2);
  }

  /** Chosen texts, padded to a length with states that look like tokens but are none. */
  Tokens texts(NDManager owner, int length, int... chosen) {
    int hidden = harness.context().hidden();
    float[] states = new float[chosen.length * length * hidden];
    float[] mask = new float[chosen.length * length];
    float[] information = new float[mask.length];
    for (int b = 0; b < chosen.length; b++) {
      Random random = new Random(77 + chosen[b]);
      Random padding = new Random(1234 + length);
      for (int t = 0; t < length; t++) {
        boolean token = t < TOKENS[chosen[b]];
        mask[b * length + t] = token ? 1 : 0;
        information[b * length + t] = token ? 5 + t : 1000;
        for (int h = 0; h < hidden; h++) {
          double value = token ? random.nextGaussian() : 3 * padding.nextGaussian();
          states[(b * length + t) * hidden + h] = (float) value;
        }
      }
    }
    Shape shape = new Shape(chosen.length, length);
    return new Tokens(
        owner.create(states, shape.add(hidden)),
        owner.create(mask, shape),
        owner.create(information, shape),
        null);
  }

  /** The texts with, for each level, so many columns and so many live slots of each text. */
  Tokens withLive(Tokens tokens, LiveCount columns, LiveCount... perText) {
    List<NDArray> live = new ArrayList<>();
    for (LevelSpec spec : space.levels()) {
      int width = columns.of(spec);
      float[] mask = new float[perText.length * width];
      for (int b = 0; b < perText.length; b++) {
        Arrays.fill(mask, b * width, b * width + Math.min(width, perText[b].of(spec)), 1);
      }
      live.add(manager.create(mask, new Shape(perText.length, width)));
    }
    return tokens.withLive(live);
  }

  /** How many slots of a level are live. */
  @FunctionalInterface
  interface LiveCount {
    LiveCount ALL = LevelSpec::count;
    LiveCount HALF = spec -> (spec.count() + 1) / 2;
    LiveCount NONE = spec -> 0;

    int of(LevelSpec spec);
  }

  NDArray normal(NDManager owner, long seed, DataType type, Shape shape) {
    Random random = new Random(seed);
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return owner.create(values, shape).toType(type, false);
  }

  @Override
  public void close() {
    manager.close();
    harness.close();
  }
}
