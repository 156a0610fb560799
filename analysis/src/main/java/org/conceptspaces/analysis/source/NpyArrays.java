package org.conceptspaces.analysis.source;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.conceptspaces.api.InputException;

/** NumPy's arrays: one in a {@code .npy} file, any number with names in a {@code .npz} archive. */
final class NpyArrays {

  private static final String ENDING = ".npy";

  private NpyArrays() {}

  static ListedArray npy(Path file) throws IOException {
    NpyHeader header;
    try (InputStream in = Files.newInputStream(file)) {
      header = header(file.toString(), in);
    }
    return array(
        file.toString(),
        header,
        Files.size(file),
        () -> skipped(Files.newInputStream(file), header.length()));
  }

  static Map<String, ListedArray> npz(Path file) throws IOException {
    Map<String, ListedArray> arrays = new LinkedHashMap<>();
    try (ZipFile archive = new ZipFile(file.toFile())) {
      Enumeration<? extends ZipEntry> entries = archive.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (entry.getName().endsWith(ENDING)) {
          String name = entry.getName().substring(0, entry.getName().length() - ENDING.length());
          arrays.put(name, entry(file, archive, entry, name));
        }
      }
    } catch (ZipException e) {
      throw new InputException(
          file + ": is no .npz archive, or was cut off (" + e.getMessage() + "); copy it again", e);
    }
    return arrays;
  }

  private static ListedArray entry(Path file, ZipFile archive, ZipEntry entry, String name)
      throws IOException {
    String label = file + ", array " + InputException.quote(name);
    NpyHeader header;
    try (InputStream in = archive.getInputStream(entry)) {
      header = header(label, in);
    } catch (InputException e) {
      return ListedArray.damaged(false, e);
    }
    return array(
        label,
        header,
        entry.getSize(),
        () -> {
          ZipFile again = new ZipFile(file.toFile());
          try {
            InputStream in = again.getInputStream(again.getEntry(entry.getName()));
            return skipped(new Closing(in, again), header.length());
          } catch (IOException | RuntimeException e) {
            again.close();
            throw e;
          }
        });
  }

  private static NpyHeader header(String name, InputStream in) throws IOException {
    return NpyHeader.read(name, new DataInputStream(new BufferedInputStream(in)));
  }

  private static ListedArray array(
      String name, NpyHeader header, long size, StoredArray.Opening opening) {
    StoredArray array =
        new StoredArray(name, header.type(), header.order(), header.shape(), opening);
    return header.fortran()
        ? ListedArray.damaged(
            array.isBank(),
            new InputException(
                name + ": is in Fortran order; save numpy.ascontiguousarray(x) instead"))
        : ListedArray.of(array, size - header.length());
  }

  /** Leaves nothing open if there is less than is to be skipped. */
  private static InputStream skipped(InputStream in, long bytes) throws IOException {
    try {
      in.skipNBytes(bytes);
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** An entry's bytes, with the archive that they are of. */
  private static final class Closing extends java.io.FilterInputStream {

    private final ZipFile archive;

    Closing(InputStream in, ZipFile archive) {
      super(in);
      this.archive = archive;
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        archive.close();
      }
    }
  }
}
