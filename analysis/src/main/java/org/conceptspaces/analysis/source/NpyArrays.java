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

  static StoredArray npy(Path file) throws IOException {
    NpyHeader header;
    try (InputStream in = Files.newInputStream(file)) {
      header = header(file.toString(), in);
    }
    return array(
        file.toString(),
        header,
        Files.size(file),
        () -> {
          InputStream in = Files.newInputStream(file);
          in.skipNBytes(header.length());
          return in;
        });
  }

  static Map<String, StoredArray> npz(Path file) throws IOException {
    Map<String, StoredArray> arrays = new LinkedHashMap<>();
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

  private static StoredArray entry(Path file, ZipFile archive, ZipEntry entry, String name)
      throws IOException {
    String label = file + ", array " + InputException.quote(name);
    NpyHeader header;
    try (InputStream in = archive.getInputStream(entry)) {
      header = header(label, in);
    }
    return array(
        label,
        header,
        entry.getSize(),
        () -> {
          ZipFile again = new ZipFile(file.toFile());
          InputStream in = again.getInputStream(again.getEntry(entry.getName()));
          in.skipNBytes(header.length());
          return new Closing(in, again);
        });
  }

  private static NpyHeader header(String name, InputStream in) throws IOException {
    return NpyHeader.read(name, new DataInputStream(new BufferedInputStream(in)));
  }

  private static StoredArray array(
      String name, NpyHeader header, long size, StoredArray.Opening opening) {
    return new StoredArray(name, header.type(), header.order(), header.shape(), opening)
        .checked(size - header.length());
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
