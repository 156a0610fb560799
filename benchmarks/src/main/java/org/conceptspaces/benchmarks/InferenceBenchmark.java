package org.conceptspaces.benchmarks;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.text.Batches;
import org.conceptspaces.encoder.train.Corpus;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to encode a batch of texts to pooled points on the host. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class InferenceBenchmark {

  /** The space. */
  @Param({"euclidean", "poincare"})
  public String space = "";

  /** Texts at a time. */
  @Param({"1", "64"})
  public int batch;

  /** Tokens of a text. */
  @Param({"32", "256"})
  public int tokens;

  private final NDManager manager = NDManager.newBaseManager();
  private int[][] texts = {};
  private ConceptModel model = Spaces.model("euclidean");

  /** Makes the model and the texts. */
  @Setup(Level.Trial)
  public void prepare() {
    Corpus corpus = RealSize.corpus();
    model = Spaces.model(space);
    model.initialize(manager, 1, corpus.frequencies());
    texts = new int[batch][];
    for (int i = 0; i < batch; i++) {
      texts[i] = Arrays.copyOf(corpus.training()[i], tokens);
    }
  }

  /** Releases the model. */
  @TearDown(Level.Trial)
  public void release() {
    manager.close();
  }

  /**
   * Encodes a batch.
   *
   * @return the pooled points
   */
  @Benchmark
  public Number[] encode() {
    try (ModelPass pass = ModelPass.inference(manager)) {
      return model.encode(pass, Batches.of(pass.manager(), texts)).summary().pooled().toArray();
    }
  }
}
