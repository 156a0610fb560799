package org.conceptspaces.taxonomy.source;

import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** {@link Utf8Lines} as the stream of characters that a CSV parser wants, lines ended by LF. */
final class Utf8LinesReader extends Reader {

  private final Utf8Lines lines;
  private @Nullable String line = "";
  private int position;

  Utf8LinesReader(Utf8Lines lines) {
    this.lines = lines;
  }

  @Override
  public int read(char[] target, int offset, int length) {
    if (line == null || position == line.length()) {
      String next = lines.next();
      line = next == null ? null : next + "\n";
      position = 0;
    }
    if (line == null) {
      return -1;
    }
    int count = Math.min(length, line.length() - position);
    line.getChars(position, position + count, target, offset);
    position += count;
    return count;
  }

  @Override
  public void close() {
    lines.close();
  }
}
