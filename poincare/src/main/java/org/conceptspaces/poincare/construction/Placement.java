package org.conceptspaces.poincare.construction;

import java.math.BigInteger;

/**
 * Places the nodes of a tree in the ball, the root at the origin, each further node at {@code x ⊕
 * t·w} from its parent x: {@code t = tanh(τ/2)} and w the edge's direction as seen from x. With
 * {@code B = 1 − ‖x‖²} that is
 *
 * <pre>  x + B·t·(t·x + w) / ‖w + t·x‖²</pre>
 *
 * <p>Positions have all bits; directions are doubles made exactly unit, since an angle that is
 * wrong by 1e-16 turns all that is beyond as a whole and leaves lengths alone. A node's frame is
 * {@code I_x ∘ O}: I_x the inversion that swaps x with the origin (De Sa et al. 2018), O
 * orthogonal. At each step O is reflected so that the edge's own vector, in its mirrored frame,
 * points back to the parent: the parent's direction is read from the positions, so that nothing
 * drifts.
 */
final class Placement {

  private final Tree tree;
  private final Directions directions;
  private final int dimension;
  private final int bits;
  private final BigInteger one;
  private final BigInteger t;
  private final BigInteger[] values;
  private final double[][] frames; // by depth, row-major
  private final double[] axes; // a row of doubles to work on

  private Placement(TreePoints points, int bits) {
    this.tree = points.tree();
    this.directions = points.directions();
    this.dimension = directions.dimension();
    this.bits = bits;
    this.one = BigInteger.ONE.shiftLeft(bits);
    this.t = halfTangent(points.tau());
    this.values = new BigInteger[tree.size() * dimension];
    this.frames = new double[tree.height() + 1][];
    this.axes = new double[dimension];
  }

  static PreciseCoordinates place(TreePoints points, int bits) {
    Placement placement = new Placement(points, bits);
    placement.root();
    for (int place = 1; place < points.tree().size(); place++) {
      placement.child(points.tree().preorder(place));
    }
    return new PreciseCoordinates(
        bits, placement.dimension, points.tree().nodes(), placement.values);
  }

  /**
   * How many bits it takes: a node at distance R from the origin lies e^(−R) within the edge, which
   * are R/ln 2 bits, and distances want some more: 64, twice those of the narrowest angle, and
   * those of the number of steps.
   */
  static int bits(TreePoints points) {
    int height = points.tree().height();
    double toEdge = height * points.tau() / Math.log(2);
    double angle = Math.sin(points.directions().separation() / 2);
    double guard = 64 - 2 * Math.log(angle) / Math.log(2) + Math.log(height + 1.0) / Math.log(2);
    double all = Math.ceil(toEdge) + Math.ceil(guard);
    if (all > 1 << 24) {
      throw new IllegalArgumentException(
          String.format(
              "coordinates of this tree take %.0f bits each: %d edges of length %.4g from the root;"
                  + " a larger distortion or more dimensions make edges shorter",
              all, height, points.tau()));
    }
    return (int) all;
  }

  /** {@code (1 − e^−τ)/(1 + e^−τ)}, with e^−τ a double's digits: τ is off by a rounding at most. */
  private BigInteger halfTangent(double tau) {
    int halvings = (int) (tau / Math.log(2));
    BigInteger power =
        FixedPoint.shift(
            FixedPoint.of(Math.exp(halvings * Math.log(2) - tau), bits + 64), -halvings - 64);
    return one.subtract(power).shiftLeft(bits).divide(one.add(power));
  }

  private BigInteger times(BigInteger a, BigInteger b) {
    return a.multiply(b).shiftRight(bits);
  }

  private void root() {
    frames[0] = identity();
    for (int axis = 0; axis < dimension; axis++) {
      values[tree.root() * dimension + axis] = BigInteger.ZERO;
    }
  }

  private double[] identity() {
    double[] frame = new double[dimension * dimension];
    for (int axis = 0; axis < dimension; axis++) {
      frame[axis * dimension + axis] = 1;
    }
    return frame;
  }

  private void child(int node) {
    int parent = tree.parent(node);
    int depth = tree.depth(node);
    double[] inFrame = turned(frames[depth - 1], node);
    double[] seen = inFrame.clone();
    if (depth > 1) {
      mirror(seen, outward(parent)); // from the inversion to the translation of the origin to x
    }
    BigInteger[] step = step(parent, unit(seen));
    for (int axis = 0; axis < dimension; axis++) {
      values[node * dimension + axis] = values[parent * dimension + axis].add(step[axis]);
    }
    if (tree.graph().degree(node) > 1) {
      frames[depth] =
          depth == 1 ? identity() : reflected(frames[depth - 1], inFrame, back(node, step));
    }
  }

  /** The edge's vector in the frame of its upper end. */
  private double[] turned(double[] frame, int edge) {
    double[] turned = new double[dimension];
    for (int row = 0; row < dimension; row++) {
      for (int axis = 0; axis < dimension; axis++) {
        turned[row] += frame[row * dimension + axis] * directions.component(edge, axis);
      }
    }
    return turned;
  }

  /** The direction of a node from the origin. */
  private double[] outward(int node) {
    double[] outward = new double[dimension];
    for (int axis = 0; axis < dimension; axis++) {
      outward[axis] = FixedPoint.toDouble(values[node * dimension + axis], bits);
    }
    normalize(outward);
    return outward;
  }

  private static void normalize(double[] vector) {
    double square = 0;
    for (double value : vector) {
      square += value * value;
    }
    for (int axis = 0; axis < vector.length; axis++) {
      vector[axis] /= Math.sqrt(square);
    }
  }

  /** Turns the component along a unit vector round. */
  private static void mirror(double[] vector, double[] unit) {
    double dot = 0;
    for (int axis = 0; axis < vector.length; axis++) {
      dot += vector[axis] * unit[axis];
    }
    for (int axis = 0; axis < vector.length; axis++) {
      vector[axis] -= 2 * dot * unit[axis];
    }
  }

  /** The frame mirrored so that one vector of it becomes another. */
  private double[] reflected(double[] frame, double[] vector, double[] becomes) {
    double[] normal = vector.clone();
    for (int axis = 0; axis < dimension; axis++) {
      normal[axis] -= becomes[axis];
    }
    normalize(normal);
    double[] reflected = frame.clone();
    for (int column = 0; column < dimension; column++) {
      for (int axis = 0; axis < dimension; axis++) {
        axes[axis] = frame[axis * dimension + column];
      }
      mirror(axes, normal);
      for (int axis = 0; axis < dimension; axis++) {
        reflected[axis * dimension + column] = axes[axis];
      }
    }
    return reflected;
  }

  /** Exactly unit with all bits, from doubles that nearly are: stereographic from the far side. */
  private BigInteger[] unit(double[] vector) {
    int pole = 0;
    for (int axis = 1; axis < dimension; axis++) {
      pole = Math.abs(vector[axis]) > Math.abs(vector[pole]) ? axis : pole;
    }
    BigInteger[] unit = new BigInteger[dimension];
    BigInteger square = BigInteger.ZERO;
    for (int axis = 0; axis < dimension; axis++) {
      if (axis != pole) {
        unit[axis] = FixedPoint.of(vector[axis] / (1 + Math.abs(vector[pole])), bits);
        square = square.add(times(unit[axis], unit[axis]));
      }
    }
    BigInteger scale = BigInteger.ONE.shiftLeft(2 * bits).divide(one.add(square));
    for (int axis = 0; axis < dimension; axis++) {
      unit[axis] =
          axis == pole ? times(one.subtract(square), scale) : times(unit[axis], scale).shiftLeft(1);
    }
    unit[pole] = vector[pole] < 0 ? unit[pole].negate() : unit[pole];
    return unit;
  }

  /** From x to its child in a direction, {@code B·t·(t·x + w)/‖w + t·x‖²}. */
  private BigInteger[] step(int x, BigInteger[] w) {
    BigInteger[] step = new BigInteger[dimension];
    BigInteger inside = one;
    BigInteger square = BigInteger.ZERO;
    for (int axis = 0; axis < dimension; axis++) {
      BigInteger value = values[x * dimension + axis];
      inside = inside.subtract(times(value, value));
      step[axis] = w[axis].add(times(t, value));
      square = square.add(times(step[axis], step[axis]));
    }
    BigInteger factor = times(inside, t).shiftLeft(bits).divide(square);
    for (int axis = 0; axis < dimension; axis++) {
      step[axis] = times(factor, step[axis]);
    }
    return step;
  }

  /**
   * The direction of its parent, as the inversion at a node c shows it: the translation of c to the
   * origin has it along {@code −(c + (1 − ‖c‖²)/‖e‖²·e)} with e the step to c, to be mirrored at c.
   */
  private double[] back(int node, BigInteger[] step) {
    BigInteger inside = one;
    BigInteger square = BigInteger.ZERO;
    int longest = 0;
    for (int axis = 0; axis < dimension; axis++) {
      BigInteger value = values[node * dimension + axis];
      inside = inside.subtract(times(value, value));
      square = square.add(step[axis].multiply(step[axis]));
      longest = Math.max(longest, step[axis].bitLength());
    }
    double[] back = new double[dimension];
    for (int axis = 0; axis < dimension; axis++) {
      back[axis] = FixedPoint.toDouble(step[axis], longest);
    }
    normalize(back);
    double ratio = Math.exp(FixedPoint.log(inside) - FixedPoint.log(square) / 2);
    for (int axis = 0; axis < dimension; axis++) {
      double value = FixedPoint.toDouble(values[node * dimension + axis], bits);
      back[axis] = -(value + ratio * back[axis]);
    }
    normalize(back);
    mirror(back, outward(node));
    return back;
  }
}
