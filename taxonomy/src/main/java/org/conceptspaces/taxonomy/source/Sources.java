package org.conceptspaces.taxonomy.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.conceptspaces.api.Spelling;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.TextTaxonomy;

/** Taxonomies and hierarchies by name, and hierarchies from files. */
public final class Sources {

  private static final String WORDNET = "wordnet:";

  /** Those of WordNet that are no subtree. */
  private static final List<String> WHOLE = List.of("mammals", "nouns");

  private static final List<String> HIERARCHIES =
      List.of(
          "wordnet:mammals",
          "wordnet:nouns",
          "wordnet:mammals" + OfficialNouns.SUFFIX,
          "wordnet:nouns" + OfficialNouns.SUFFIX,
          JdkClasses.PREFIX + "java.base");

  // two letters at least: one is a drive of Windows
  private static final Pattern SCHEME = Pattern.compile("\\p{Alpha}[\\p{Alnum}+.-]+:.*");

  private Sources() {}

  /**
   * What {@link #open} accepts, for messages and help.
   *
   * @return the names, then patterns
   */
  public static List<String> names() {
    return List.of(
        "wordnet:mammals",
        "wordnet:nouns",
        "wordnet:SYNSET (a noun's id, dog.n.01 for instance)",
        "each with +words at the end for texts with the synset's words",
        "jdk:MODULE (the classes of a module of this JDK, jdk:java.base for instance)");
  }

  /**
   * Opens a taxonomy.
   *
   * @param name {@code wordnet:mammals}, {@code wordnet:nouns} or {@code wordnet:} and the id of
   *     any noun synset, whose subtree it is then. With {@code +words} at the end the texts are
   *     {@link SynsetText#WORDS_AND_DEFINITION}, else {@link SynsetText#DEFINITION}. {@code
   *     jdk:java.base}, or another module: the named classes of the JDK that this runs on, below
   *     their superclasses and interfaces in the same module; the text is the simple name, the last
   *     part of the package and up to 64 distinct words of the fields and methods that the class
   *     itself declares. Classes without any edge are left out
   * @return the taxonomy, of that name
   * @throws DataException if there is none of that name
   */
  public static TextTaxonomy open(String name) {
    if (name.startsWith(JdkClasses.PREFIX)) {
      return JdkClasses.withTexts(name.substring(JdkClasses.PREFIX.length()));
    }
    if (!name.startsWith(WORDNET)) {
      throw unknown(name, names());
    }
    String part = name.substring(WORDNET.length());
    SynsetText text = SynsetText.DEFINITION;
    if (part.endsWith(SynsetText.WORDS_AND_DEFINITION.suffix())) {
      text = SynsetText.WORDS_AND_DEFINITION;
      part = part.substring(0, part.length() - text.suffix().length());
    }
    if (isMisspelt(part)) {
      throw unknown(name, names());
    }
    if (part.endsWith(OfficialNouns.SUFFIX)) {
      throw new DataException(
          "source "
              + DataException.quote(name)
              + ": the official recipe is one of pairs, for the hierarchies of all nouns and of the"
              + " mammals alone; here use "
              + WORDNET
              + part.substring(0, part.length() - OfficialNouns.SUFFIX.length()));
    }
    return switch (part) {
      case "mammals" -> WordNet.mammals(text);
      case "nouns" -> WordNet.nouns(text);
      default -> WordNet.subtree(part, text);
    };
  }

  /** Whether what follows {@code wordnet:} is one of the names but for a few letters. */
  private static boolean isMisspelt(String part) {
    String word = part.replace(OfficialNouns.SUFFIX, "");
    return !WHOLE.contains(word) && Spelling.nearest(word, WHOLE).isPresent();
  }

  /**
   * What {@link #hierarchy} accepts, for messages and help.
   *
   * @return the names, then patterns
   */
  public static List<String> hierarchyNames() {
    List<String> names = new ArrayList<>(HIERARCHIES);
    names.add("wordnet:SYNSET (a noun's id, dog.n.01 for instance)");
    names.add("jdk:MODULE");
    names.add("a file of edges (.tsv, .csv, .edges)");
    names.add("an ontology or thesaurus (.owl, .rdf, .ttl, .nt)");
    return names;
  }

  /**
   * Opens a hierarchy, whether or not its nodes have texts.
   *
   * <ul>
   *   <li>{@code wordnet:…}: as {@link #open} has them. {@code wordnet:nouns@official} and {@code
   *       wordnet:mammals@official} have the pairs of the official code of Nickel and Kiela (2017)
   *       instead, 743,086 over 82,115 nodes and 6,540 over 1,180.
   *   <li>{@code jdk:java.base}, or another module: the classes and interfaces of the JDK that this
   *       runs on, below their superclasses and interfaces.
   *   <li>A file that ends with {@code .tsv}, {@code .tab}, {@code .txt} (a child and a parent
   *       between one tab), {@code .csv} or {@code .edges}, {@code .edgelist} (between any spaces),
   *       see {@link FileTaxonomyReader}.
   *   <li>A file that ends with {@code .owl}, {@code .rdf}, {@code .rdfs}, {@code .xml}, {@code
   *       .ttl}, {@code .turtle}, {@code .nt} or {@code .skos}: RDF/XML, Turtle or N-Triples, told
   *       by its content. Edges are {@code rdfs:subClassOf} between named classes, or {@code
   *       skos:broader} and {@code skos:narrower}, whichever there are more of. Anonymous classes,
   *       {@code owl:Thing} as a superclass and transitive SKOS relations are left out, and {@link
   *       NamedHierarchy#remarks()} tell how many. Ids are local names where these tell all nodes
   *       apart, else IRIs; labels are {@code skos:prefLabel} or {@code rdfs:label}, in English if
   *       there is one.
   * </ul>
   *
   * @param source a name or the path of a file
   * @return the hierarchy
   * @throws DataException if there is no such source or it cannot be used; the message names the
   *     file and the line
   */
  public static NamedHierarchy hierarchy(String source) {
    if (source.equals(WORDNET + "nouns" + OfficialNouns.SUFFIX)) {
      return OfficialNouns.nouns();
    }
    if (source.equals(WORDNET + "mammals" + OfficialNouns.SUFFIX)) {
      return OfficialNouns.mammals();
    }
    if (source.startsWith(WORDNET)) {
      TextTaxonomy taxonomy = open(source);
      return NamedHierarchy.of(taxonomy.name(), taxonomy.hierarchy());
    }
    if (source.startsWith(JdkClasses.PREFIX)) {
      return JdkClasses.read(source.substring(JdkClasses.PREFIX.length()));
    }
    Path file = path(source);
    if (!Files.exists(file) && (SCHEME.matcher(source).matches() || !source.contains("."))) {
      throw unknown(source, hierarchyNames());
    }
    return HierarchyFile.read(file);
  }

  private static Path path(String source) {
    try {
      return Path.of(source);
    } catch (InvalidPathException e) {
      throw unknown(source, hierarchyNames());
    }
  }

  private static DataException unknown(String source, List<String> known) {
    return new DataException(
        "unknown source "
            + DataException.quote(source)
            + Closest.hint(source, HIERARCHIES)
            + "; known are "
            + String.join(", ", known));
  }
}
