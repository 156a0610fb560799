package org.conceptspaces.taxonomy.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import org.conceptspaces.taxonomy.DataException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of UTF-8 text, one at a time, with their numbers. A byte order mark is skipped, lines
 * end with LF or CRLF. What is no UTF-8 is refused rather than replaced, and so is a carriage
 * return inside a line, which some readers take for the end of one.
 */
final class Utf8Lines implements Closeable {

  private static final int LONGEST = 1 << 24;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Object source;
  private final InputStream input;
  private final CharsetDecoder decoder =
      UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private long number;

  Utf8Lines(Path file) {
    this(file, open(file));
  }

  /** Lines of something other than a file; messages call it by the name of its source. */
  Utf8Lines(Object source, InputStream input) {
    this.source = source;
    this.input = new BufferedInputStream(input, 1 << 16);
  }

  private static InputStream open(Path file) {
    refuseUnlessFile(file);
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Says so if there is no file, or a folder. */
  static void refuseUnlessFile(Path file) {
    if (!Files.exists(file)) {
      throw new DataException(
          file + ": there is no such file; check the path (here: " + file.toAbsolutePath() + ")");
    }
    if (Files.isDirectory(file)) {
      throw new DataException(file + ": is a folder; give a file");
    }
  }

  /** The number of the line last read, from 1. */
  long number() {
    return number;
  }

  /** The next line without its end, or null after the last. */
  @Nullable String next() {
    buffer.reset();
    try {
      int read = input.read();
      if (read < 0) {
        return null;
      }
      number++;
      while (read >= 0 && read != '\n') {
        if (buffer.size() == LONGEST) {
          throw problem("is longer than " + LONGEST + " bytes; is this a text file of lines?");
        }
        buffer.write(read);
        read = input.read();
      }
      return decoded();
    } catch (CharacterCodingException e) {
      throw new DataException(
          at() + "is not valid UTF-8; save the file as UTF-8 (it may be UTF-16 or Latin-1)", e);
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  DataException problem(String message) {
    return new DataException(at() + message);
  }

  DataException problem(String message, Throwable cause) {
    return new DataException(at() + message, cause);
  }

  private String at() {
    return source + ", line " + number + ": ";
  }

  private String decoded() throws CharacterCodingException {
    String line = decoder.decode(ByteBuffer.wrap(buffer.toByteArray())).toString();
    if (line.indexOf('\0') >= 0) {
      throw problem("holds a NUL character; save the file as UTF-8 text (it may be UTF-16)");
    }
    int from = number == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    int to = line.endsWith("\r") ? line.length() - 1 : line.length();
    if (line.lastIndexOf('\r', to - 1) >= 0) {
      throw problem("holds a carriage return that ends no line; end lines with LF or CRLF");
    }
    return line.substring(from, to);
  }

  private static DataException unreadable(Object source, IOException e) {
    return new DataException(source + ": cannot be read: " + e, e);
  }

  @Override
  public void close() {
    try {
      input.close();
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }
}
