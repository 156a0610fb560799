package org.conceptspaces.encoder.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

/** Arrays as they were saved in a safetensors file. */
final class SavedArrays {

  /** The length of a header's length, in bytes. */
  private static final int HEADER = 8;

  private SavedArrays() {}

  /**
   * Reads arrays of finite numbers; others are never saved, and would spoil what is done with them.
   *
   * @param bytes the file
   * @param manager owns the arrays
   * @throws IllegalArgumentException if the file is no such file, or a number is not finite
   */
  static NDList decode(byte[] bytes, NDManager manager) {
    // Whatever else it might be, the decoder would guess, and reserve what it says it needs.
    if (bytes.length < HEADER + 2 || bytes[HEADER] != '{') {
      throw new IllegalArgumentException("is no safetensors file");
    }
    NDList arrays = new NDList();
    try {
      arrays.addAll(NDList.decode(manager, bytes));
      for (NDArray array : arrays) {
        checkFinite(array);
      }
      return arrays;
    } catch (RuntimeException e) {
      arrays.close();
      // The decoder throws what it happens to meet.
      throw new IllegalArgumentException(ModelException.reason(e), e);
    }
  }

  private static void checkFinite(NDArray array) {
    if (array.getName() == null || !array.getDataType().isFloating()) {
      throw new IllegalArgumentException(
          "array " + array.getName() + " is of type " + array.getDataType());
    }
    try (NDManager scratch = array.getManager().newSubManager()) {
      NDArray view = array.stopGradient();
      view.attach(scratch);
      if (view.isNaN().any().getBoolean() || view.isInfinite().any().getBoolean()) {
        throw new IllegalArgumentException(
            "array " + array.getName() + " holds a number that is not finite");
      }
    }
  }
}
