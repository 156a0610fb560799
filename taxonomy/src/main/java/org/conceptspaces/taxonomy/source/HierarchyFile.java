package org.conceptspaces.taxonomy.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.NamedHierarchy;

/** A hierarchy from a file of edges, an ontology or a thesaurus, told apart by how it ends. */
final class HierarchyFile {

  private static final List<String> TABLES =
      List.of("tsv", "tab", "txt", "csv", "edges", "edgelist");

  private HierarchyFile() {}

  static NamedHierarchy read(Path file) {
    String name = String.valueOf(file.getFileName());
    String ending = PairFile.ending(file);
    if (TABLES.contains(ending)) {
      return NamedHierarchy.of(name, EdgeFile.read(file));
    }
    if (RdfSyntax.ENDINGS.contains(ending)) {
      Utf8Lines.refuseUnlessFile(file);
      return RdfHierarchy.read(file);
    }
    throw new DataException(
        file
            + ": unknown format"
            + (Files.exists(file) ? "" : ", and there is no such file")
            + "; edges are read from .tsv, .csv or .edges (fields between spaces), ontologies and"
            + " thesauri from .owl, .rdf, .ttl or .nt");
  }
}
