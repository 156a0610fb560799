package org.conceptspaces.encoder.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.function.Function;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Functions;
import org.conceptspaces.encoder.text.Batches;
import org.conceptspaces.encoder.text.TokenStates;

/**
 * What a pretrained encoder alone knows of many texts: the means of their tokens' states, on the
 * device, and how far their directions are apart.
 */
public final class StateBank implements TextBank<StateBank> {

  /** Texts read at once. */
  private static final int BLOCK = 256;

  /** Rows of cosines computed at once. */
  private static final int ROWS = 64;

  private final NDManager manager;
  private final NDArray means;

  private StateBank(NDManager manager, NDArray means) {
    this.manager = manager;
    this.means = means;
  }

  /**
   * Reads the states of texts.
   *
   * @param parent on the wanted device
   * @param texts token ids, at least one text
   * @param states of the texts' tokens
   * @return their means; close it when done
   */
  public static StateBank of(NDManager parent, int[][] texts, TokenStates states) {
    return filled(
        parent,
        own -> {
          try (NDList parts = new NDList()) {
            for (int start = 0; start < texts.length; start += BLOCK) {
              int end = Math.min(texts.length, start + BLOCK);
              int[][] block = Arrays.copyOfRange(texts, start, end);
              try (NDManager scratch = own.newSubManager()) {
                NDArray directions = directions(Batches.states(scratch, block, states));
                directions.attach(own);
                parts.add(directions);
              }
            }
            return NDArrays.concat(parts);
          }
        });
  }

  /**
   * Takes means that were saved.
   *
   * @param parent on the wanted device
   * @param reader reads them, {@code [texts, W]}, into a manager
   * @return the means; close it when done
   */
  public static StateBank saved(NDManager parent, Function<NDManager, NDArray> reader) {
    return filled(parent, own -> Casts.to(reader.apply(own), DataType.FLOAT32));
  }

  private static StateBank filled(NDManager parent, Function<NDManager, NDArray> means) {
    NDManager own = parent.newSubManager();
    try {
      return new StateBank(own, means.apply(own));
    } catch (RuntimeException e) {
      own.close();
      throw e;
    }
  }

  /** Unit vectors along the means of states {@code [B, T, W]}; 0 where a text has no states. */
  private static NDArray directions(NDArray states) {
    NDArray sums = Casts.to(states, DataType.FLOAT32).sum(new int[] {1});
    NDArray norms = Functions.norm(sums).expandDims(-1);
    return sums.div(norms.add(Functions.isZero(norms)));
  }

  /**
   * The unit vectors along the means.
   *
   * @return a copy, {@code [texts][W]}; 0 where a text has no states
   */
  public double[][] vectors() {
    return HostCopies.matrix(means);
  }

  /**
   * The distances from each direction here to each direction there, block by block.
   *
   * @param other means of states of the same encoder
   * @param consumer takes the rows: {@code √(2 − 2 cosine)}, from 0 to 2; infinity where a text has
   *     no states
   */
  @Override
  public void distancesTo(StateBank other, RowConsumer consumer) {
    int size = Math.toIntExact(means.getShape().get(0));
    for (int start = 0; start < size; start += ROWS) {
      try (NDManager scratch = manager.newSubManager()) {
        NDArray block = RowBlock.of(means, start, Math.min(size, start + ROWS), scratch);
        double[][] cosines = HostCopies.matrix(block.matMul(other.means.transpose()));
        for (int i = 0; i < cosines.length; i++) {
          consumer.accept(start + i, Arrays.stream(cosines[i]).map(StateBank::distance).toArray());
        }
      }
    }
  }

  private static double distance(double cosine) {
    return cosine == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(Math.max(0, 2 - 2 * cosine));
  }

  @Override
  public void close() {
    manager.close();
  }
}
