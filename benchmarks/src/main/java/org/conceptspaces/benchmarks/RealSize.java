package org.conceptspaces.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.conceptspaces.api.Values;
import org.conceptspaces.encoder.network.EncoderShape;
import org.conceptspaces.encoder.text.Cl100kBase;
import org.conceptspaces.encoder.text.Vocabulary;
import org.conceptspaces.encoder.train.Corpus;
import org.conceptspaces.encoder.train.TrainingOptions;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.sampling.Split;

/**
 * The size of a model that people train: a vocabulary of 30,522, batches of 16 texts of 256 tokens,
 * 15% of them hidden, 128 concepts of 256. Token ids are random: what they are makes no difference
 * to the work.
 */
final class RealSize {

  static final int VOCABULARY = 30_522;
  static final int TOKEN_DIMENSION = 32;
  static final int HIDDEN = 256;
  static final int LAYERS = 2;
  static final int HEADS = 8;
  static final int FEED_FORWARD = 1024;
  static final int TOKENS = 256;
  static final int TEXTS = 16;
  static final int CONCEPTS = 128;
  static final int DIMENSION = 256;
  static final double MASK_SHARE = 0.15;

  /** Hidden tokens of each text. */
  static final int MASKED = (int) Math.round(MASK_SHARE * TOKENS);

  static final EncoderShape SHAPE =
      EncoderShape.of(
          Values.of(
              Map.of(
                  "tokenDimension",
                  TOKEN_DIMENSION,
                  "hidden",
                  HIDDEN,
                  "layers",
                  LAYERS,
                  "heads",
                  HEADS,
                  "feedForward",
                  FEED_FORWARD,
                  "maximumTokens",
                  TOKENS)));

  private RealSize() {}

  /** Training on masked tokens alone. */
  static TrainingOptions training(int steps) {
    return TrainingOptions.of(
        Values.of(
            Map.of(
                "steps",
                steps,
                "pairs",
                TEXTS / 2,
                "learningRate",
                1e-4,
                "maskShare",
                MASK_SHARE,
                "parentShare",
                1.0,
                "hierarchy",
                0.0,
                "measurements",
                0)));
  }

  /** Texts of random tokens, in pairs of parent and child. */
  static Corpus corpus() {
    HierarchyBuilder builder = Hierarchy.builder();
    int pairs = 1000;
    for (int i = 0; i < pairs; i++) {
      builder.edge("child" + i, "parent" + i);
    }
    Hierarchy hierarchy = builder.build();
    List<String> texts = new ArrayList<>();
    IntStream.range(0, hierarchy.size()).forEach(i -> texts.add("text " + i));
    Split split = Split.of(new TextTaxonomy("random", hierarchy, texts), 0, 1);
    Vocabulary vocabulary =
        Vocabulary.of(Cl100kBase.INSTANCE, IntStream.range(0, VOCABULARY - 3).toArray());
    SplittableRandom random = new SplittableRandom(1);
    int[][] ids = new int[hierarchy.size()][TOKENS];
    for (int[] text : ids) {
      for (int j = 0; j < TOKENS; j++) {
        text[j] = random.nextInt(3, VOCABULARY);
      }
    }
    return new Corpus(split, vocabulary, ids, new int[0][], null);
  }
}
