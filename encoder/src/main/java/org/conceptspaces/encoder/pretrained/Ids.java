package org.conceptspaces.encoder.pretrained;

import java.util.Arrays;

/**
 * A text by its content.
 *
 * @param ids token ids, never written to
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below
record Ids(int[] ids) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Ids that && Arrays.equals(ids, that.ids);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ids);
  }
}
