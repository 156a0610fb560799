package org.conceptspaces.taxonomy.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Knows how many characters were asked for. */
final class CountingReader extends FilterReader {

  private long position;

  CountingReader(Reader reader) {
    super(reader);
  }

  long position() {
    return position;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    position += read < 0 ? 0 : 1;
    return read;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    position += Math.max(0, read);
    return read;
  }
}
