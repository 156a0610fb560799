package org.conceptspaces.cli.report;

import java.util.List;
import java.util.Locale;

/** Shares over shares, a line for each of several things, beside the diagonal. */
final class UnitSquare {

  private static final int SIZE = 300;
  private static final int LEFT = 52;
  private static final int TOP = 34;
  private static final int BOTTOM = 50;

  /** Okabe and Ito's colours, which the colour-blind tell apart. */
  private static final List<String> COLOURS =
      List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000");

  private UnitSquare() {}

  /**
   * A point of a line.
   *
   * @param x from 0 to 1
   * @param y from 0 to 1
   * @param radius of its mark, in pixels; 0 for none
   * @param title what the mark tells who points at it
   */
  record Point(double x, double y, double radius, String title) {}

  /** A line with its name. */
  record Line(String name, List<Point> points) {}

  /**
   * The figure.
   *
   * @param caption what is shown
   * @param x what is to the right
   * @param y what is above
   */
  static String of(String caption, String x, String y, List<Line> lines) {
    StringBuilder svg = new StringBuilder("<figure><figcaption>").append(Html.escape(caption));
    svg.append("</figcaption>\n")
        .append(
            text(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n",
                LEFT + SIZE + 24, TOP + SIZE + BOTTOM, Html.escape(caption)));
    for (int tick = 0; tick <= 4; tick++) {
      double share = tick / 4.0;
      svg.append(rule(share, 0, share, 1)).append(rule(0, share, 1, share));
      if (tick > 0) { // one 0 is enough
        svg.append(label(across(share), TOP + SIZE + 18, "middle", text("%.2f", share)));
      }
      svg.append(label(LEFT - 8, up(share) + 5, "end", text("%.2f", share)));
    }
    svg.append(
        text(
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#888\""
                + " stroke-dasharray=\"5 4\"/>%n",
            across(0), up(0), across(1), up(1)));
    for (int i = 0; i < lines.size(); i++) {
      svg.append(line(lines.get(i), COLOURS.get(i % COLOURS.size())));
    }
    svg.append(label(LEFT + SIZE, TOP + SIZE + 38, "end", Html.escape(x)));
    svg.append(label(LEFT, TOP - 14, "start", Html.escape(y))).append("</svg>\n");
    for (int i = 0; i < lines.size(); i++) {
      svg.append("<p class=\"note\"><span style=\"color: ")
          .append(COLOURS.get(i % COLOURS.size()))
          .append("\">━━</span> ")
          .append(Html.escape(lines.get(i).name()))
          .append("</p>\n");
    }
    return svg.append("</figure>\n").toString();
  }

  private static String line(Line line, String colour) {
    StringBuilder svg =
        new StringBuilder(
            "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"" + colour + "\" points=\"");
    line.points().forEach(p -> svg.append(text("%.1f,%.1f ", across(p.x()), up(p.y()))));
    svg.append("\"/>\n");
    for (Point point : line.points()) {
      if (point.radius() > 0) {
        svg.append(
            text(
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"><title>%s</title></circle>%n",
                across(point.x()),
                up(point.y()),
                point.radius(),
                colour,
                Html.escape(point.title())));
      }
    }
    return svg.toString();
  }

  private static String rule(double x1, double y1, double x2, double y2) {
    return text(
        "<line class=\"rule\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
        across(x1), up(y1), across(x2), up(y2));
  }

  private static String label(double x, double y, String anchor, String words) {
    return text("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words);
  }

  private static double across(double share) {
    return LEFT + SIZE * share;
  }

  private static double up(double share) {
    return TOP + SIZE * (1 - share);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
