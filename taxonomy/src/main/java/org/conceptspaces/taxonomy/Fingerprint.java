package org.conceptspaces.taxonomy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The digest of the content of a taxonomy or a hierarchy. */
final class Fingerprint {

  private final MessageDigest digest = Sha256.digest();

  private Fingerprint() {}

  static String of(TextTaxonomy taxonomy) {
    return digest(taxonomy.hierarchy(), taxonomy.texts());
  }

  static String of(Hierarchy hierarchy) {
    return digest(hierarchy, null);
  }

  /** Of a hierarchy with related pairs of its own. */
  static String of(Hierarchy hierarchy, RelatedPairs pairs) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(of(hierarchy));
    for (String id : sorted(hierarchy.ids().stream())) {
      fingerprint.add(hierarchy, pairs.related(hierarchy.index(id)));
    }
    return fingerprint.hex();
  }

  private static String digest(Hierarchy hierarchy, @Nullable List<String> texts) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(hierarchy.size());
    for (String id : sorted(hierarchy.ids().stream())) {
      int node = hierarchy.index(id);
      fingerprint.add(id);
      if (texts != null) {
        fingerprint.add(texts.get(node));
      }
      fingerprint.add(hierarchy, hierarchy.parents(node));
    }
    return fingerprint.hex();
  }

  private static String[] sorted(Stream<String> ids) {
    return ids.sorted().toArray(String[]::new);
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void add(Hierarchy hierarchy, int[] nodes) {
    add(nodes.length);
    for (String id : sorted(IntStream.of(nodes).mapToObj(hierarchy::id))) {
      add(id);
    }
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
