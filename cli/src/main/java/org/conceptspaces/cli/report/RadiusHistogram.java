package org.conceptspaces.cli.report;

import java.util.List;
import java.util.Locale;

/** How many points are how far from the origin, as bars. */
final class RadiusHistogram {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 336;
  private static final int LEFT = 66;
  private static final int RIGHT = 24;
  private static final int TOP = 30;
  private static final int BOTTOM = 50;

  private RadiusHistogram() {}

  static String of(List<Long> counts, double largest) {
    long most = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(1));
    double step = (double) (WIDTH - LEFT - RIGHT) / Math.max(1, counts.size());
    int floor = HEIGHT - BOTTOM;
    StringBuilder svg = new StringBuilder("<figure data-chart=\"norms\"><figcaption>");
    svg.append("Points by their distance from the origin</figcaption>\n");
    svg.append(
        text(
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Histogram of norms\">%n",
            WIDTH, HEIGHT));
    for (int bin = 0; bin < counts.size(); bin++) {
      double height = (double) counts.get(bin) / most * (floor - TOP);
      svg.append(
          text(
              "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#0072B2\">"
                  + "<title>%.2f to %.2f: %d</title></rect>%n",
              LEFT + bin * step,
              floor - height,
              Math.max(1, step - 2),
              height,
              largest * bin / counts.size(),
              largest * (bin + 1) / counts.size(),
              counts.get(bin)));
    }
    svg.append(
        text(
            "<line class=\"rule\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>%n",
            LEFT, WIDTH - RIGHT, floor, floor));
    svg.append(label(LEFT, floor + 22, "start", "0"));
    svg.append(label(WIDTH - RIGHT, floor + 22, "end", text("%.4g", largest)));
    svg.append(label((LEFT + WIDTH - RIGHT) / 2, floor + 22, "middle", text("%.4g", largest / 2)));
    svg.append(label(WIDTH - RIGHT, HEIGHT - 6, "end", "distance from the origin"));
    svg.append(label(LEFT, TOP - 10, "start", text("%,d points in the highest bar", most)));
    return svg.append("</svg>\n</figure>\n").toString();
  }

  private static String label(int x, int y, String anchor, String words) {
    return text("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
