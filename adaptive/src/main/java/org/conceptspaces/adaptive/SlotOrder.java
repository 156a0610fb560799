package org.conceptspaces.adaptive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.conceptspaces.api.LevelSpec;
import org.jspecify.annotations.Nullable;

/**
 * One row of slots for all levels of a space, coarse first: a text of few concepts has coarse ones,
 * and fine ones come when these are used up.
 */
final class SlotOrder {

  private final List<LevelSpec> levels;
  private final int[] offsets;

  /**
   * The order of some slots.
   *
   * @param all the levels of a space, fine → coarse
   * @param maximum how many slots are used at most, or 0 for all
   * @throws IllegalArgumentException if that leaves a level without any
   */
  SlotOrder(List<LevelSpec> all, int maximum) {
    List<LevelSpec> used = new ArrayList<>(all);
    offsets = new int[all.size()];
    int before = 0;
    for (int i = all.size() - 1; i >= 0; i--) {
      LevelSpec level = all.get(i);
      offsets[i] = before;
      int left = maximum == 0 ? level.count() : Math.min(level.count(), maximum - before);
      if (left < 1) {
        throw new IllegalArgumentException(
            ("adaptive: maximum = %d leaves no concept to level %s, since the coarser levels have"
                    + " %d; raise it, leave it out, or give the coarser levels fewer")
                .formatted(maximum, level.name(), before));
      }
      used.set(i, level.withCount(left));
      before += level.count();
    }
    levels = List.copyOf(used);
  }

  /** The levels with as many slots as may be used. */
  List<LevelSpec> levels() {
    return levels;
  }

  /** How many slots there are. */
  int size() {
    return offsets[0] + levels.get(0).count();
  }

  /** How many slots come before those of a level. */
  int before(int level) {
    return offsets[level];
  }

  /**
   * The masks of all levels.
   *
   * @param weights of slots in this order, the first so many of them, {@code [B, n]}
   * @param allowed the masks that came from above, or null
   * @return for each level its slots' weights, cut to those that some text uses, but for one
   */
  List<NDArray> masks(NDArray weights, @Nullable List<NDArray> allowed) {
    List<NDArray> masks = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      NDArray mask = part(weights, offsets[i], levels.get(i).count());
      masks.add(allowed == null ? mask : both(mask, allowed.get(i)));
    }
    return masks;
  }

  private static NDArray part(NDArray weights, int from, int count) {
    long columns = weights.getShape().get(1);
    if (from >= columns) {
      return weights
          .getManager()
          .zeros(new Shape(weights.getShape().get(0), 1), weights.getDataType());
    }
    return columns(weights, from, Math.min(columns, from + count));
  }

  private static NDArray both(NDArray one, NDArray other) {
    long columns = Math.min(one.getShape().get(1), other.getShape().get(1));
    return columns(one, 0, columns).mul(columns(other, 0, columns));
  }

  private static NDArray columns(NDArray x, long from, long to) {
    long all = x.getShape().get(1);
    if (from == 0 && to == all) {
      return x;
    }
    NDList parts = x.split(to == all ? new long[] {from} : new long[] {from, to}, 1);
    return parts.get(1);
  }
}
