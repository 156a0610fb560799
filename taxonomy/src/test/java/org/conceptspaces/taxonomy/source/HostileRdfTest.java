package org.conceptspaces.taxonomy.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.conceptspaces.taxonomy.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileRdfTest {

  private static final String PREFIXES =
      """
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix : <http://example.org/> .
      """;
  private static final String XML =
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
          xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#">
      """;

  @TempDir Path folder;

  private void refused(String name, String content, String... parts) throws IOException {
    refused(name, content, UTF_8, parts);
  }

  private void refused(String name, String content, Charset encoding, String... parts)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), content, encoding);
    DataException refused =
        assertThrows(DataException.class, () -> Sources.hierarchy(file.toString()));
    String message = refused.getMessage();
    assertTrue(message.startsWith(file.toString()), message);
    assertEquals(1, message.lines().count(), message);
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  @Test
  void syntaxErrorsAreNamedByLine() throws IOException {
    refused(
        "a.ttl", PREFIXES + ":b rdfs:subClassOf :a .\n:c rdfs:subClassOf ; .\n", "line 5: is no");
    refused("a.ttl", PREFIXES + ":b foo:bar :a .\n", "line 4: ", "foo");
    refused("a.nt", "<urn:b> <urn:p> <urn:a> .\n<urn:b> <urn:p> urn:a .\n", "line 2: is no");
    refused("a.owl", XML + "<rdf:Description rdf:about='urn:a'>\n</rdf:RDF>\n", "line 4: is no");
    refused("a.rdf", XML + "<rdf:Description rdf:about='urn:a'>&x;</rdf:Description>", "line 3: ");
    refused("a.rdf", XML, "line 3: is no well-formed RDF");
  }

  @Test
  void aFullStopInACollectionEnds() throws IOException {
    refused("a.ttl", PREFIXES + ":b rdfs:subClassOf :a .\n:b :c ( :d . )", "line 5: is no");
    refused("a.ttl", PREFIXES + ":b rdfs:subClassOf :a .\n:b :c ( :d ", "line 5: is no");
  }

  @Test
  void encodings() throws IOException {
    String latin = PREFIXES + ":b rdfs:label \"Bär\" .\n".repeat(9000);
    refused("a.ttl", latin, ISO_8859_1, "is not valid UTF-8", "Latin-1");
    refused("a.owl", XML + "<!-- Bär -->", ISO_8859_1, "line");
  }

  @Test
  void classesThatAreBelowEachOther() throws IOException {
    refused(
        "a.ttl",
        PREFIXES + ":c rdfs:subClassOf :a .\n:a rdfs:subClassOf :b .\n:b rdfs:subClassOf :a .\n",
        "line 5: 'a' and 'b' are each a subclass of the other, which makes them equivalent classes",
        "remove one");
    refused(
        "a.ttl",
        PREFIXES + ":a rdfs:subClassOf :b .\n:b rdfs:subClassOf :c .\n:c rdfs:subClassOf :a .\n",
        "line 4: ",
        "cycle of 3 nodes: 'a' → 'b' → 'c' → 'a'",
        "equivalent classes");
    refused(
        "a.ttl",
        PREFIXES + ":a skos:broader :b , :c .\n:a skos:narrower :b .\n",
        "line 4: 'a' and 'b' are each broader than the other");
    refused(
        "a.ttl", PREFIXES + ":a skos:broader :b .\n:a skos:broader :a .\n", "line 5: ", "itself");
  }

  @Test
  void filesWithoutAHierarchy() throws IOException {
    refused("a.ttl", "", "holds no data");
    refused("a.owl", "\uFEFF \n", "holds no data");
    refused(
        "a.ttl", PREFIXES + ":a rdfs:label \"alone\" .\n", "no rdfs:subClassOf", "no skos:broader");
    refused(
        "a.ttl",
        PREFIXES + ":a skos:broaderTransitive :b . :a rdfs:subClassOf [] .\n",
        "only 1 × statement of an anonymous class",
        "1 × skos:broaderTransitive");
    refused("a.rdf", XML + "</rdf:RDF>", "no rdfs:subClassOf");
  }

  @Test
  void whatIsWrittenOtherwiseIsNamed() throws IOException {
    refused("a.owl", "Prefix(:=<urn:a#>)\nOntology(<urn:a>)", "OWL functional syntax", "ROBOT");
    refused("a.owl", "Prefix: : <urn:a#>\n", "OWL Manchester syntax");
    refused("a.owl", "<?xml version='1.0'?>\n<Ontology xmlns='urn:o'/>", "OWL/XML");
    refused("a.owl", "format-version: 1.2\n", "OBO");
    refused("a.ttl", "{\"@context\": {}}", "JSON");
    refused("a.obo", "format-version: 1.2\n", "unknown format", ".owl");
    refused("a.jsonld", "{}", "unknown format");
  }

  @Test
  void entitiesReadNoFileAndDoNotExplode() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "<x/>swordfish");
    String external =
        "<!DOCTYPE r [<!ENTITY s SYSTEM '"
            + secret.toUri()
            + "'>]>\n"
            + XML
            + "<rdf:Description rdf:about='urn:b'><rdfs:label>&s;</rdfs:label>"
            + "<rdfs:subClassOf rdf:resource='urn:a'/></rdf:Description></rdf:RDF>";
    Path file = Files.writeString(folder.resolve("external.owl"), external);
    assertFalse(Sources.hierarchy(file.toString()).labels().toString().contains("swordfish"));

    StringBuilder bomb = new StringBuilder("<!DOCTYPE r [<!ENTITY e0 '0123456789'>\n");
    for (int i = 1; i <= 9; i++) {
      bomb.append("<!ENTITY e" + i + " '" + ("&e" + (i - 1) + ";").repeat(10) + "'>\n");
    }
    refused("bomb.owl", bomb + "]>\n" + XML + "<rdf:Description>&e9;</rdf:Description>", "limit");
  }

  @Test
  void oneBadLineInAMillionIsNamed() throws IOException {
    Path file = folder.resolve("large.nt");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int line = 1; line <= 1_000_000; line++) {
        String end = line == 765_432 ? "" : " .";
        out.write("<urn:" + line + "> <urn:p> <urn:" + line / 2 + ">" + end + "\n");
      }
    }
    DataException refused =
        assertThrows(DataException.class, () -> Sources.hierarchy(file.toString()));
    assertTrue(refused.getMessage().contains("line 765432: is no"), refused.getMessage());
  }

  @Test
  void damagedFilesAreReadOrRefused() throws IOException {
    String turtle =
        PREFIXES + ":b rdfs:subClassOf :a ; rdfs:label \"b\"@en .\n:c skos:broader :a .\n";
    String xml =
        XML
            + "<rdf:Description rdf:about='urn:b'>\n<rdfs:subClassOf rdf:resource='urn:a'/>\n"
            + "</rdf:Description>\n</rdf:RDF>\n";
    Random random = new Random(1);
    for (int trial = 0; trial < 3000; trial++) {
      boolean asXml = random.nextBoolean();
      byte[] content = (asXml ? xml : turtle).getBytes(UTF_8);
      for (int i = random.nextInt(4); i >= 0; i--) {
        content[random.nextInt(content.length)] =
            (byte)
                (random.nextBoolean()
                    ? random.nextInt(256)
                    : List.of(' ', '<', '>', '"', '.', ':', '&', ';').get(random.nextInt(8)));
      }
      Path file = Files.write(folder.resolve(asXml ? "damaged.owl" : "damaged.ttl"), content);
      try {
        assertTrue(Sources.hierarchy(file.toString()).hierarchy().size() >= 2);
      } catch (DataException e) {
        assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      }
    }
  }
}
