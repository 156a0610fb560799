package org.conceptspaces.taxonomy.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.conceptspaces.taxonomy.DataException;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.OWL;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.rio.ParseLocationListener;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;

/**
 * Gathers edges and labels from a stream of statements. Subclasses and narrower concepts are kept
 * apart, since a file is read as one or the other.
 */
final class RdfEdges extends AbstractRDFHandler implements ParseLocationListener {

  /** A kind of edge: ends by their numbers, child in the upper half, and the lines they are in. */
  static final class Kind {
    final LongStream.Builder edges = LongStream.builder();
    final LongStream.Builder lines = LongStream.builder();
    int count;
    int anonymous;
    int trivial;
  }

  // a character ends a handful of statements at the most
  private static final int STANDSTILL = 10_000;

  private record Label(String text, int rank) {}

  private final String file;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> iris = new ArrayList<>();
  private final Map<String, Label> labels = new HashMap<>();
  private final Kind subclasses = new Kind();
  private final Kind narrower = new Kind();
  private int transitive;
  private long line = 1;
  private long statements;
  private LongSupplier position = () -> this.statements;
  private long advanced;
  private long lastPosition;

  RdfEdges(String file) {
    this.file = file;
  }

  /**
   * Refuses files in which the parser goes round and round. RDF4J 5.3.1 does in a Turtle collection
   * that holds a full stop, {@code ( . )}, of which it makes list items without end.
   *
   * @param position how many characters were read; must grow as statements come
   */
  void watch(LongSupplier position) {
    this.position = position;
  }

  private void refuseStandstill() {
    statements++;
    long now = position.getAsLong();
    if (now != lastPosition) {
      lastPosition = now;
      advanced = statements;
    } else if (statements - advanced > STANDSTILL) {
      throw new DataException(
          file
              + ", line "
              + line
              + ": is no well-formed RDF: the parser cannot get past it; look for a bracket that is"
              + " not closed before a full stop");
    }
  }

  @Override
  public void parseLocationUpdate(long line, long column) {
    this.line = Math.max(1, line);
  }

  /** The line that the parser is at, from 1. */
  long line() {
    return line;
  }

  @Override
  public void handleStatement(Statement statement) {
    refuseStandstill();
    IRI predicate = statement.getPredicate();
    Value subject = statement.getSubject();
    Value object = statement.getObject();
    if (predicate.equals(RDFS.SUBCLASSOF)) {
      subclass(subject, object);
    } else if (predicate.equals(SKOS.BROADER)) {
      broader(subject, object);
    } else if (predicate.equals(SKOS.NARROWER)) {
      broader(object, subject);
    } else if (predicate.equals(SKOS.BROADER_TRANSITIVE)
        || predicate.equals(SKOS.NARROWER_TRANSITIVE)) {
      transitive++;
    } else if (predicate.equals(SKOS.PREF_LABEL)) {
      label(subject, object, 0);
    } else if (predicate.equals(RDFS.LABEL)) {
      label(subject, object, 1);
    }
  }

  private void subclass(Value child, Value parent) {
    if (!child.isIRI() || !parent.isIRI()) {
      subclasses.anonymous++;
    } else if (parent.equals(OWL.THING) || parent.equals(RDFS.RESOURCE) || parent.equals(child)) {
      subclasses.trivial++; // true of every class
    } else {
      add(subclasses, child, parent);
    }
  }

  private void broader(Value child, Value parent) {
    if (!child.isIRI() || !parent.isIRI()) {
      narrower.anonymous++;
    } else if (parent.equals(child)) {
      throw new DataException(
          file
              + ", line "
              + line
              + ": "
              + DataException.quote(child.stringValue())
              + " is given as broader than itself; remove the statement");
    } else {
      add(narrower, child, parent);
    }
  }

  private void add(Kind kind, Value child, Value parent) {
    kind.edges.add(((long) number(child) << Integer.SIZE) | number(parent));
    kind.lines.add(line);
    kind.count++;
  }

  private int number(Value iri) {
    Integer known = numbers.putIfAbsent(iri.stringValue(), iris.size());
    if (known != null) {
      return known;
    }
    iris.add(iri.stringValue());
    return iris.size() - 1;
  }

  // English or without a language before others, preferred labels before plain ones
  private void label(Value subject, Value object, int plain) {
    if (subject.isIRI() && object instanceof Literal literal && !literal.getLabel().isBlank()) {
      String language = literal.getLanguage().orElse("en").toLowerCase(Locale.ROOT);
      boolean english = language.equals("en") || language.startsWith("en-");
      int rank = (english ? 0 : 2) + plain;
      Label known = labels.get(subject.stringValue());
      if (known == null || rank < known.rank()) {
        labels.put(
            subject.stringValue(),
            new Label(literal.getLabel().strip().replaceAll("\\s+", " "), rank));
      }
    }
  }

  Kind subclasses() {
    return subclasses;
  }

  Kind narrower() {
    return narrower;
  }

  /** How many statements of skos:broaderTransitive or skos:narrowerTransitive there were. */
  int transitive() {
    return transitive;
  }

  String iri(int number) {
    return iris.get(number);
  }

  /** The label of an IRI, or what is given instead. */
  String label(String iri, String otherwise) {
    Label label = labels.get(iri);
    return label == null ? otherwise : label.text();
  }
}
