package org.conceptspaces.taxonomy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The digest of the content of a taxonomy or a hierarchy. */
final class Fingerprint {

  private final MessageDigest digest = Sha256.digest();

  private Fingerprint() {}

  static String of(TextTaxonomy taxonomy) {
    return of(taxonomy.hierarchy(), taxonomy.texts());
  }

  static String of(Hierarchy hierarchy) {
    return of(hierarchy, null);
  }

  private static String of(Hierarchy hierarchy, @Nullable List<String> texts) {
    String[] ids = hierarchy.ids().toArray(String[]::new);
    Arrays.sort(ids);
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(ids.length);
    for (String id : ids) {
      int node = hierarchy.index(id);
      String[] parents =
          IntStream.of(hierarchy.parents(node)).mapToObj(hierarchy::id).toArray(String[]::new);
      Arrays.sort(parents);
      fingerprint.add(id);
      if (texts != null) {
        fingerprint.add(texts.get(node));
      }
      fingerprint.add(parents.length);
      for (String parent : parents) {
        fingerprint.add(parent);
      }
    }
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  // lengths go first, so that no two contents run into the same bytes
  private void add(String value) {
    byte[] bytes = value.getBytes(UTF_8);
    add(bytes.length);
    digest.update(bytes);
  }

  private void add(int value) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(value).flip());
  }
}
