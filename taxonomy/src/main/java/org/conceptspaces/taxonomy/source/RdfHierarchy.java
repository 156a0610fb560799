package org.conceptspaces.taxonomy.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.HierarchyBuilder;
import org.conceptspaces.taxonomy.HierarchyCycleException;
import org.conceptspaces.taxonomy.NamedHierarchy;

/**
 * The classes of an ontology below each other ({@code rdfs:subClassOf}) or the concepts of a
 * thesaurus ({@code skos:broader} and {@code skos:narrower}), whichever the file has more of.
 */
final class RdfHierarchy {

  private final Path file;
  private final RdfEdges read;
  private final boolean classes;
  private final RdfEdges.Kind kind;

  private RdfHierarchy(Path file, RdfEdges read) {
    this.file = file;
    this.read = read;
    classes = read.subclasses().count >= read.narrower().count;
    kind = classes ? read.subclasses() : read.narrower();
  }

  static NamedHierarchy read(Path file) {
    return new RdfHierarchy(file, RdfFile.read(file)).build();
  }

  private NamedHierarchy build() {
    if (kind.count == 0) {
      throw new DataException(
          file
              + ": holds no rdfs:subClassOf between named classes, no skos:broader and no"
              + " skos:narrower"
              + (kind.anonymous + read.narrower().anonymous + read.transitive() > 0
                  ? " (only " + String.join(" ", remarks(0)) + ")"
                  : "")
              + "; give a file that does");
    }
    long[] edges = kind.edges.build().toArray();
    List<String> iris = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (long edge : edges) {
      for (int end : new int[] {(int) (edge >>> Integer.SIZE), (int) edge}) {
        if (seen.add(end)) {
          iris.add(read.iri(end));
        }
      }
    }
    boolean local = iris.stream().map(RdfHierarchy::localName).distinct().count() == iris.size();
    HierarchyBuilder builder = Hierarchy.builder();
    for (long edge : edges) {
      builder.edge(
          id(read.iri((int) (edge >>> Integer.SIZE)), local), id(read.iri((int) edge), local));
    }
    Hierarchy hierarchy = acyclic(builder);
    List<String> labels =
        IntStream.range(0, iris.size())
            .mapToObj(node -> read.label(iris.get(node), hierarchy.id(node)))
            .toList();
    return new NamedHierarchy(
        String.valueOf(file.getFileName()),
        hierarchy,
        labels,
        null,
        remarks(hierarchy.duplicateEdges()));
  }

  private Hierarchy acyclic(HierarchyBuilder builder) {
    try {
      return builder.build();
    } catch (HierarchyCycleException e) {
      long line = kind.lines.build().toArray()[e.edge()];
      String all = e.getMessage();
      if (e.path().size() == 2) {
        all =
            DataException.quote(e.path().get(0))
                + " and "
                + DataException.quote(e.path().get(1))
                + " are each "
                + (classes
                    ? "a subclass of the other, which makes them equivalent classes"
                    : "broader than the other");
      } else if (classes) {
        all += ", which makes them equivalent classes";
      }
      throw new DataException(
          file
              + ", line "
              + line
              + ": "
              + all
              + "; a hierarchy has no cycles: remove one of these statements (the first stands"
              + " in this line)",
          e);
    }
  }

  private static String id(String iri, boolean local) {
    return local ? localName(iri) : iri;
  }

  /** What follows the last # or / or :, or all if nothing does. */
  private static String localName(String iri) {
    int end = Math.max(iri.lastIndexOf('#'), Math.max(iri.lastIndexOf('/'), iri.lastIndexOf(':')));
    String name = iri.substring(end + 1);
    return name.isBlank() ? iri : name;
  }

  private List<String> remarks(int duplicates) {
    List<String> remarks = new ArrayList<>(NamedHierarchy.collapsed(duplicates));
    RdfEdges.Kind other = classes ? read.narrower() : read.subclasses();
    count(remarks, kind.anonymous, "statement of an anonymous class or concept", "left out");
    count(remarks, kind.trivial, "subclass of owl:Thing or of itself", "left out");
    count(remarks, read.transitive(), "skos:broaderTransitive or narrowerTransitive", "left out");
    count(
        remarks,
        other.count,
        classes ? "skos:broader or narrower" : "rdfs:subClassOf",
        "left out: there are more of "
            + (classes ? "rdfs:subClassOf" : "skos:broader and narrower"));
    return remarks;
  }

  private static void count(List<String> remarks, int count, String what, String done) {
    if (count > 0) {
      remarks.add(count + " × " + what + ": " + done + ".");
    }
  }
}
