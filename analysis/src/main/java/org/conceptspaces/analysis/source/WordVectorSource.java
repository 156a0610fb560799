package org.conceptspaces.analysis.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.conceptspaces.api.InputException;

/** The vectors of a file of word2vec's text, without their ids. */
final class WordVectorSource implements VectorSource {

  private final Path file;
  private final int[] sizes;

  WordVectorSource(Path file) throws IOException {
    this.file = file;
    this.sizes = WordVectors.sizes(file);
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public long rows() {
    return sizes[0];
  }

  @Override
  public int slots() {
    return 0;
  }

  @Override
  public int width() {
    return sizes[1];
  }

  @Override
  public void read(int rowsAtOnce, Sink sink) {
    Blocks blocks = new Blocks(rowsAtOnce, sizes[1], sink);
    try {
      WordVectors.read(file, blocks);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
    blocks.flush();
  }

  /** Gathers vectors into blocks, which grow no larger than what was really read. */
  private static final class Blocks implements WordVectors.Sink {

    private final int most;
    private final int width;
    private final Sink sink;
    private double[] block = {};
    private int rows;

    Blocks(int most, int width, Sink sink) {
      this.most = most;
      this.width = width;
      this.sink = sink;
    }

    @Override
    public void start(int vectors, int coordinates) {
      // the sizes are known already
    }

    @Override
    public void vector(String id, double[] vector) {
      if ((rows + 1) * width > block.length) {
        block = Arrays.copyOf(block, Math.min(most, Math.max(16, 2 * rows)) * width);
      }
      System.arraycopy(vector, 0, block, rows++ * width, width);
      if (rows == most) {
        flush();
      }
    }

    void flush() {
      if (rows > 0) {
        sink.accept(block, rows);
        rows = 0;
      }
    }
  }
}
