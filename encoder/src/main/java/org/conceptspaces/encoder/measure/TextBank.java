package org.conceptspaces.encoder.measure;

/**
 * What is known of many texts, on the device, and how far it is apart.
 *
 * @param <B> the banks that it can be held against
 */
public interface TextBank<B> extends AutoCloseable {

  /** Takes one row of distances. */
  @FunctionalInterface
  interface RowConsumer {

    /**
     * Called for each row, in order.
     *
     * @param row the index of the text
     * @param distances from it to every text of the other bank
     */
    void accept(int row, double[] distances);
  }

  /**
   * The distances from each text here to each text there, block by block.
   *
   * @param other of the same kind
   * @param consumer takes the rows
   */
  void distancesTo(B other, RowConsumer consumer);

  @Override
  void close();
}
