package org.conceptspaces.taxonomy.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.conceptspaces.taxonomy.DataException;

/**
 * How a file of RDF is written, told by its beginning, since {@code .owl} and {@code .rdf} files
 * are written in any of these.
 */
enum RdfSyntax {
  XML("RDF/XML"),
  TURTLE("Turtle"),
  N_TRIPLES("N-Triples");

  /** By which a file of RDF ends. */
  static final List<String> ENDINGS =
      List.of("owl", "rdf", "rdfs", "xml", "ttl", "turtle", "nt", "skos");

  private static final int SNIFFED = 1 << 14;

  private final String title;

  RdfSyntax(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Looks at the beginning of a stream, and leaves it there. */
  static RdfSyntax of(String file, BufferedInputStream input) throws IOException {
    input.mark(SNIFFED);
    String start = new String(input.readNBytes(SNIFFED), ISO_8859_1);
    input.reset();
    String content = start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start;
    String first = content.strip();
    String lower = first.toLowerCase(Locale.ROOT);
    if (first.isEmpty()) {
      throw new DataException(
          file + ": holds no data; it needs rdfs:subClassOf or skos:broader statements");
    }
    if (first.startsWith("Prefix(") || first.startsWith("Ontology(")) {
      throw notRdf(file, "OWL functional syntax");
    }
    if (first.startsWith("Prefix:") || first.startsWith("Ontology:")) {
      throw notRdf(file, "OWL Manchester syntax");
    }
    if (first.startsWith("format-version:")) {
      throw notRdf(file, "OBO");
    }
    if (first.startsWith("{") || first.startsWith("[{")) {
      throw notRdf(file, "JSON");
    }
    boolean xml =
        first.startsWith("<?") || first.startsWith("<!") || lower.matches("(?s)<(\\w+:)?rdf\\W.*");
    if (first.contains("<Ontology") && !first.contains(":RDF") && !first.contains("<RDF")) {
      throw notRdf(file, "OWL/XML");
    }
    return xml ? XML : file.toLowerCase(Locale.ROOT).endsWith(".nt") ? N_TRIPLES : TURTLE;
  }

  private static DataException notRdf(String file, String what) {
    return new DataException(
        file
            + ": is written in "
            + what
            + "; save it as RDF/XML, Turtle or N-Triples (Protégé and ROBOT do)");
  }
}
