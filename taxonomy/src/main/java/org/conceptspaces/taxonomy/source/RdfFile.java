package org.conceptspaces.taxonomy.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.conceptspaces.taxonomy.DataException;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.XMLParserSettings;
import org.eclipse.rdf4j.rio.ntriples.NTriplesParser;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLParser;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Streams the statements of a file of RDF through {@link RdfEdges}. */
final class RdfFile {

  private static final String EXPANSIONS =
      "http://www.oracle.com/xml/jaxp/properties/entityExpansionLimit";

  private RdfFile() {}

  static RdfEdges read(Path file) {
    RdfEdges edges = new RdfEdges(file.toString());
    try (BufferedInputStream input = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      RdfSyntax syntax = RdfSyntax.of(file.toString(), input);
      RDFParser parser = parser(syntax);
      parser.getParserConfig().set(BasicParserSettings.VERIFY_DATATYPE_VALUES, false);
      parser.getParserConfig().set(BasicParserSettings.VERIFY_LANGUAGE_TAGS, false);
      parser.getParserConfig().set(BasicParserSettings.VERIFY_URI_SYNTAX, false);
      parser.setRDFHandler(edges);
      parser.setParseLocationListener(edges);
      String base = file.toUri().toString();
      if (syntax == RdfSyntax.XML) {
        parser.parse(input, base);
      } else {
        CountingReader text = new CountingReader(text(input));
        edges.watch(text::position);
        parser.parse(text, base);
      }
    } catch (RDFParseException e) {
      throw unreadable(file, e.getLineNumber() > 0 ? e.getLineNumber() : edges.line(), e);
    } catch (CharacterCodingException e) {
      throw new DataException(
          file
              + ", after line "
              + edges.line()
              + ": is not valid UTF-8; save the file as UTF-8 (it may be UTF-16 or Latin-1)",
          e);
    } catch (IOException | RDFHandlerException e) {
      throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
    }
    return edges;
  }

  private static DataException unreadable(Path file, long line, RDFParseException e) {
    String reason =
        String.valueOf(e.getMessage()).replaceAll("\\s*\\[line [^]]*]", "").replaceAll("\\s+", " ");
    return new DataException(
        file + ", line " + line + ": is no well-formed RDF: " + reason + "; correct it there", e);
  }

  private static RDFParser parser(RdfSyntax syntax) {
    return switch (syntax) {
      case TURTLE -> new TurtleParser();
      case N_TRIPLES -> new NTriplesParser();
      case XML -> {
        RDFXMLParser parser = new RDFXMLParser();
        parser.getParserConfig().set(XMLParserSettings.CUSTOM_XML_READER, xmlReader());
        yield parser;
      }
    };
  }

  /**
   * OWL files write namespaces as entities, one for every IRI, and the JDK would stop at the
   * 64,000th. Its limit on the size of what entities become stays, and stops those that grow
   * without bound.
   */
  private static XMLReader xmlReader() {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      XMLReader reader = factory.newSAXParser().getXMLReader();
      reader.setProperty(EXPANSIONS, "0");
      return reader;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("every JDK has an XML parser", e);
    }
  }

  private static Reader text(BufferedInputStream input) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                input,
                UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }
}
