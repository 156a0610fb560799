package org.conceptspaces.analysis.source;

import java.util.function.Supplier;
import org.conceptspaces.api.InputException;

/**
 * An array that a file lists. What is wrong with it is told when it is chosen, so that the others
 * of the file can be read.
 *
 * @param isBank whether it may hold vectors
 * @param chosen the array; throws what is wrong with it
 */
record ListedArray(boolean isBank, Supplier<StoredArray> chosen) {

  /** An array of which so many bytes are there. */
  static ListedArray of(StoredArray array, long bytes) {
    return new ListedArray(array.isBank(), () -> array.checked(bytes));
  }

  /** An array that cannot be read. */
  static ListedArray damaged(boolean isBank, InputException problem) {
    return new ListedArray(
        isBank,
        () -> {
          throw problem;
        });
  }
}
