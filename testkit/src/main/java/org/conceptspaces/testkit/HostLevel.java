package org.conceptspaces.testkit;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.conceptspaces.api.Level;

/** A level's numbers on the host, concept by concept. */
final class HostLevel {

  final Level level;
  final int concepts;
  private final double[] points;
  private final double[] mask;
  private final double[] hidden;
  private final double[] attention;
  private final int heads;
  private final int tokens;

  HostLevel(Level level) {
    this.level = level;
    this.concepts = axis(level.points(), 1);
    this.points = Check.numbers(level.points());
    this.mask = Check.numbers(level.mask());
    this.hidden = Check.numbers(level.hidden());
    this.attention = Check.numbers(level.attention());
    this.heads = axis(level.attention(), 1);
    this.tokens = axis(level.attention(), 3);
  }

  String name() {
    return "level " + level.spec().name();
  }

  /** Slots beyond those computed are dead. */
  boolean live(int text, int concept) {
    return concept < concepts && mask[text * concepts + concept] > 0;
  }

  int liveCount(int text) {
    return (int) IntStream.range(0, concepts).filter(c -> live(text, c)).count();
  }

  double[] point(int text, int concept) {
    return row(points, text * concepts + concept, axis(level.points(), 2));
  }

  double[] hidden(int text, int concept) {
    return row(hidden, text * concepts + concept, axis(level.hidden(), 2));
  }

  double[] attention(int text, int head, int concept) {
    return row(attention, (text * heads + head) * concepts + concept, tokens);
  }

  int heads() {
    return heads;
  }

  /** Fails unless a text has the same live concepts here as another has there. */
  void compare(String what, int text, HostLevel other, int otherText, double tolerance) {
    for (int c = 0; c < Math.max(concepts, other.concepts); c++) {
      String where = what + ": " + name() + ", text " + text + ", concept " + c;
      Check.that(
          where + ": liveness",
          live(text, c) == other.live(otherText, c),
          live(text, c),
          other.live(otherText, c));
      if (live(text, c)) {
        close(where + ": point", point(text, c), other.point(otherText, c), tolerance);
        close(where + ": hidden", hidden(text, c), other.hidden(otherText, c), tolerance);
      }
    }
  }

  static void close(String what, double[] wanted, double[] actual, double tolerance) {
    double scale = 1;
    double off = 0;
    for (int i = 0; i < wanted.length; i++) {
      scale = Math.max(scale, Math.abs(wanted[i]));
      double difference = Math.abs(wanted[i] - actual[i]);
      off = Double.isNaN(difference) ? difference : Math.max(off, difference);
    }
    Check.that(
        what + ", off by " + off + ", allowed " + tolerance * scale,
        off <= tolerance * scale,
        Arrays.toString(wanted),
        Arrays.toString(actual));
  }

  private static double[] row(double[] all, int row, int width) {
    return Arrays.copyOfRange(all, row * width, (row + 1) * width);
  }

  private static int axis(NDArray x, int axis) {
    return Math.toIntExact(x.getShape().get(axis));
  }
}
