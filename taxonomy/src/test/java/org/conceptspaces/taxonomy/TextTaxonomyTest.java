package org.conceptspaces.taxonomy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTaxonomyTest {

  private static TextTaxonomy taxonomy(String ids, String... edges) {
    HierarchyBuilder builder = Hierarchy.builder();
    ids.chars().forEach(id -> builder.node(Character.toString(id)));
    for (String edge : edges) {
      builder.edge(edge.substring(0, 1), edge.substring(2));
    }
    return Hierarchies.withTexts(builder.build());
  }

  @Test
  void fingerprintIsTheDigestOfTheSortedContent() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(2);
    for (String field : List.of("ä", "text of ä")) {
      out.writeInt(field.getBytes(UTF_8).length);
      out.write(field.getBytes(UTF_8));
    }
    out.writeInt(0);
    for (String field : List.of("é", "text of é")) {
      out.writeInt(field.getBytes(UTF_8).length);
      out.write(field.getBytes(UTF_8));
    }
    out.writeInt(1);
    out.writeInt(2);
    out.write("ä".getBytes(UTF_8));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    assertEquals(
        HexFormat.of().formatHex(digest),
        Hierarchies.withTexts(Hierarchies.of("é>ä")).fingerprint());
  }

  @Test
  void fingerprintIgnoresOrderAndName() {
    TextTaxonomy one = taxonomy("abcd", "b>a", "c>a", "d>b", "d>c");
    TextTaxonomy other = taxonomy("dbac", "d>c", "b>a", "d>b", "c>a", "c>a");
    assertEquals(one.fingerprint(), other.fingerprint());
    assertEquals(
        one.fingerprint(),
        new TextTaxonomy("another name", one.hierarchy(), one.texts()).fingerprint());
    assertEquals(64, one.fingerprint().length());
  }

  @Test
  void fingerprintSeesIdsTextsAndEdges() {
    TextTaxonomy one = taxonomy("abc", "b>a", "c>b");
    assertNotEquals(one.fingerprint(), taxonomy("abc", "b>a", "c>a").fingerprint());
    assertNotEquals(one.fingerprint(), taxonomy("abc", "b>a", "c>b", "c>a").fingerprint());
    assertNotEquals(one.fingerprint(), taxonomy("abx", "b>a", "x>b").fingerprint());
    assertNotEquals(
        one.fingerprint(),
        new TextTaxonomy("test", one.hierarchy(), List.of("text of a", "text of b", "c"))
            .fingerprint());
  }

  @Test
  void everyNodeNeedsAText() {
    Hierarchy hierarchy = Hierarchies.of("b>a");
    assertThrows(DataException.class, () -> new TextTaxonomy("t", hierarchy, List.of("x")));
    DataException blank =
        assertThrows(
            DataException.class, () -> new TextTaxonomy("t", hierarchy, List.of("x", "\n")));
    assertEquals("t: the text of node 'a' is empty", blank.getMessage());
  }
}
