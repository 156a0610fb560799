package org.conceptspaces.pretrained;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * A network that reads token ids and a mask, and types of tokens if it wants them, and tells a
 * state for each token.
 */
final class SequenceModel implements AutoCloseable {

  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TYPES = "token_type_ids";

  private final Model model;
  private final List<String> inputs;

  private SequenceModel(Model model, List<String> inputs) {
    this.model = model;
    this.inputs = inputs;
  }

  /**
   * Takes a network that names its inputs.
   *
   * @param model the network, closed with this
   * @throws IllegalArgumentException if it wants inputs that are not there
   */
  static SequenceModel named(Model model) {
    List<String> inputs = model.describeInput().keys();
    if (!inputs.contains(IDS) || !List.of(IDS, MASK, TYPES).containsAll(inputs)) {
      throw new IllegalArgumentException(
          "reads "
              + inputs
              + "; wants "
              + IDS
              + ", and besides "
              + MASK
              + " and "
              + TYPES
              + " at most");
    }
    return new SequenceModel(model, List.copyOf(inputs));
  }

  /**
   * Takes a network that tells its inputs neither by name nor by number: ids and mask, and types
   * too if it fails without.
   *
   * @param model the network, closed with this
   * @param sequence any tokens, to try it with
   * @throws RuntimeException if it works with neither
   */
  static SequenceModel unnamed(Model model, long[] sequence) {
    SequenceModel two = new SequenceModel(model, List.of(IDS, MASK));
    SequenceModel three = new SequenceModel(model, List.of(IDS, MASK, TYPES));
    try {
      two.states(new long[][] {sequence});
      return two;
    } catch (RuntimeException e) {
      try {
        three.states(new long[][] {sequence});
        return three;
      } catch (RuntimeException second) {
        e.addSuppressed(second);
        throw e;
      }
    }
  }

  /**
   * What a network told.
   *
   * @param numbers {@code [texts, longest, W]}
   * @param longest the length of the longest text
   * @param width {@code W}
   */
  record States(FloatBuffer numbers, int longest, int width) {}

  /**
   * Runs the network.
   *
   * @param sequences ids with special tokens, by text
   * @return its states, copied
   */
  States states(long[][] sequences) {
    int longest = Arrays.stream(sequences).mapToInt(ids -> ids.length).max().orElseThrow();
    long[] ids = new long[sequences.length * longest];
    long[] mask = new long[ids.length];
    for (int i = 0; i < sequences.length; i++) {
      int from = i * longest;
      System.arraycopy(sequences[i], 0, ids, from, sequences[i].length);
      Arrays.fill(mask, from, from + sequences[i].length, 1);
    }
    Shape shape = new Shape(sequences.length, longest);
    try (NDManager manager = model.getNDManager().newSubManager()) {
      NDList given = new NDList();
      for (String name : inputs) {
        long[] values =
            switch (name) {
              case IDS -> ids;
              case MASK -> mask;
              default -> new long[ids.length];
            };
        given.add(manager.create(values, shape));
      }
      NDList told = model.getBlock().forward(new ParameterStore(manager, false), given, false);
      told.attach(manager);
      NDArray states = states(told, shape);
      FloatBuffer numbers = states.toByteBuffer().asFloatBuffer();
      return new States(numbers, longest, Math.toIntExact(states.getShape().get(2)));
    }
  }

  /** The first output with a state for each token. */
  private static NDArray states(NDList told, Shape shape) {
    for (NDArray output : told) {
      Shape of = output.getShape();
      if (of.dimension() == 3
          && output.getDataType() == DataType.FLOAT32
          && of.slice(0, 2).equals(shape)
          && of.get(2) > 0) {
        return output;
      }
    }
    throw new IllegalArgumentException(
        "tells "
            + Arrays.toString(told.getShapes())
            + "; wants an output of float32 numbers of shape [texts, tokens, width], here "
            + shape.add(-1));
  }

  @Override
  public void close() {
    model.close();
  }
}
