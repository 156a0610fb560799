package org.conceptspaces.taxonomy.vectors;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conceptspaces.taxonomy.DataException;

/**
 * A vector of finite numbers for each of some nodes, known by id and by an index from 0. Immutable;
 * safe for use by several threads.
 */
public final class NodeVectors {

  private final List<String> ids;
  private final Map<String, Integer> indexes;
  private final double[] values;
  private final int width;

  /**
   * Vectors of nodes.
   *
   * @param ids one for each node, distinct and not blank
   * @param rowMajor the vectors, one after the other: [size · width]; copied
   * @param width the numbers of a vector, above 0
   * @throws DataException if counts do not match, an id is blank or there twice, or a number is not
   *     finite; the message names the node
   */
  public NodeVectors(List<String> ids, double[] rowMajor, int width) {
    if (ids.isEmpty() || width <= 0) {
      throw new DataException("no vectors: " + ids.size() + " ids, width " + width);
    }
    if ((long) ids.size() * width != rowMajor.length) {
      throw new DataException(
          ids.size()
              + " ids do not match "
              + rowMajor.length
              + " numbers in vectors of "
              + width
              + ", which are "
              + rowMajor.length / width);
    }
    this.ids = List.copyOf(ids);
    this.indexes = new HashMap<>(2 * ids.size());
    this.values = rowMajor.clone();
    this.width = width;
    for (int node = 0; node < ids.size(); node++) {
      String id = this.ids.get(node);
      if (id.isBlank()) {
        throw new DataException("the id of vector " + (node + 1) + " is empty");
      }
      Integer first = indexes.putIfAbsent(id, node);
      if (first != null) {
        throw new DataException(
            "vectors "
                + (first + 1)
                + " and "
                + (node + 1)
                + " have the same id "
                + DataException.quote(id));
      }
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new DataException(
            "coordinate "
                + (i % width + 1)
                + " of "
                + DataException.quote(this.ids.get(i / width))
                + " (vector "
                + (i / width + 1)
                + ") is "
                + values[i]
                + ", not a finite number");
      }
    }
  }

  /**
   * The number of vectors.
   *
   * @return one at least
   */
  public int size() {
    return ids.size();
  }

  /**
   * The numbers of a vector.
   *
   * @return one at least
   */
  public int width() {
    return width;
  }

  /**
   * All ids, by index.
   *
   * @return an unmodifiable list
   */
  public List<String> ids() {
    return ids;
  }

  /**
   * Whether there is a vector of this id.
   *
   * @param id any text
   * @return whether {@link #index} would find it
   */
  public boolean contains(String id) {
    return indexes.containsKey(id);
  }

  /**
   * The index of a vector.
   *
   * @param id its node's id
   * @return from 0 to {@link #size()} − 1
   * @throws IllegalArgumentException if there is none
   */
  public int index(String id) {
    Integer index = indexes.get(id);
    if (index == null) {
      throw new IllegalArgumentException("no vector has the id " + DataException.quote(id));
    }
    return index;
  }

  /**
   * One coordinate, without copying.
   *
   * @param node an index
   * @param coordinate from 0 to {@link #width()} − 1
   * @return the number
   */
  public double get(int node, int coordinate) {
    return values[node * width + coordinate];
  }

  /**
   * All vectors, one after the other.
   *
   * @return a new array: [size · width]
   */
  public double[] rowMajor() {
    return values.clone();
  }

  /**
   * The vectors of a hierarchy's nodes, in its order.
   *
   * @param wanted the ids of all its nodes
   * @return those vectors; others are left out
   * @throws DataException if one has no vector; the message names it and counts the others
   */
  public NodeVectors ordered(List<String> wanted) {
    List<String> missing = wanted.stream().filter(id -> !contains(id)).toList();
    if (!missing.isEmpty()) {
      throw new DataException(
          missing.size()
              + " of "
              + wanted.size()
              + " nodes have no vector, "
              + DataException.quote(missing.get(0))
              + " for instance; give vectors that were made of this hierarchy");
    }
    double[] rows = new double[Math.multiplyExact(wanted.size(), width)];
    for (int node = 0; node < wanted.size(); node++) {
      System.arraycopy(values, index(wanted.get(node)) * width, rows, node * width, width);
    }
    return new NodeVectors(wanted, rows, width);
  }
}
