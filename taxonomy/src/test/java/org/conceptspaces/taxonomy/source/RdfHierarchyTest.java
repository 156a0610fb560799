package org.conceptspaces.taxonomy.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.conceptspaces.taxonomy.Hierarchies;
import org.conceptspaces.taxonomy.Hierarchy;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RdfHierarchyTest {

  private static final String PREFIXES =
      """
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix : <http://example.org/animals#> .
      """;

  @TempDir Path folder;

  private NamedHierarchy read(String name, String content) throws IOException {
    return Sources.hierarchy(Files.writeString(folder.resolve(name), content, UTF_8).toString());
  }

  private static Set<String> edges(Hierarchy hierarchy) {
    Set<String> edges = new TreeSet<>();
    for (int node = 0; node < hierarchy.size(); node++) {
      for (int parent : hierarchy.parents(node)) {
        edges.add(hierarchy.id(node) + ">" + hierarchy.id(parent));
      }
    }
    return edges;
  }

  @Test
  void anOntologyInTurtle() throws IOException {
    NamedHierarchy animals =
        read(
            "animals.ttl",
            PREFIXES
                + """
                :Animal a owl:Class ; rdfs:subClassOf owl:Thing ; rdfs:label "Tier"@de, "animal"@en .
                :Dog rdfs:subClassOf :Animal , [ a owl:Restriction ; owl:onProperty :eats ] ;
                  rdfs:label "dog" .
                :Cat rdfs:subClassOf :Animal , :Animal ; skos:broader :Dog .
                [ a owl:Class ] rdfs:subClassOf :Animal .
                """);
    assertEquals("animals.ttl", animals.name());
    assertEquals(List.of("Dog", "Animal", "Cat"), animals.hierarchy().ids());
    assertEquals(List.of("dog", "animal", "Cat"), animals.labels());
    assertEquals(new TreeSet<>(List.of("Dog>Animal", "Cat>Animal")), edges(animals.hierarchy()));
    assertEquals(
        List.of(
            "1 edge was given again, and collapsed.",
            "2 × statement of an anonymous class or concept: left out.",
            "1 × subclass of owl:Thing or of itself: left out.",
            "1 × skos:broader or narrower: left out: there are more of rdfs:subClassOf."),
        animals.remarks());
  }

  @Test
  void theSameOntologyInRdfXmlAndNTriples() throws IOException {
    String xml =
        """
        <?xml version="1.0"?>
        <!DOCTYPE rdf:RDF [ <!ENTITY rdfs "http://www.w3.org/2000/01/rdf-schema#"> ]>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rdfs="&rdfs;"
            xmlns:owl="http://www.w3.org/2002/07/owl#" xml:base="http://example.org/animals">
          <owl:Class rdf:ID="Dog">
            <rdfs:subClassOf rdf:resource="#Animal"/>
            <rdfs:subClassOf><owl:Restriction/></rdfs:subClassOf>
          </owl:Class>
          <owl:Class rdf:about="#Cat"><rdfs:subClassOf rdf:resource="#Animal"/></owl:Class>
        </rdf:RDF>
        """;
    String triples =
        """
        <http://example.org/animals#Dog> <http://www.w3.org/2000/01/rdf-schema#subClassOf> \
        <http://example.org/animals#Animal> .
        <http://example.org/animals#Cat> <http://www.w3.org/2000/01/rdf-schema#subClassOf> \
        <http://example.org/animals#Animal> .
        """;
    for (String name : List.of("a.owl", "a.rdf", "a.xml")) {
      NamedHierarchy read = read(name, xml);
      assertEquals(List.of("Dog", "Animal", "Cat"), read.hierarchy().ids());
      assertEquals(1, read.remarks().size());
    }
    for (String name : List.of("a.nt", "a.ttl", "a.owl")) {
      assertEquals(List.of("Dog", "Animal", "Cat"), read(name, triples).hierarchy().ids());
    }
    assertEquals(3, read("mark.ttl", "\uFEFF" + triples).hierarchy().size());
  }

  @Test
  void aThesaurus() throws IOException {
    NamedHierarchy animals =
        read(
            "animals.ttl",
            PREFIXES
                + """
                :Concepts rdfs:subClassOf skos:Concept .
                :1 skos:prefLabel "animal"@en ; skos:narrower :2 , :3 .
                :2 skos:broader :1 ; rdfs:label "hound" ; skos:prefLabel "dog"@en-GB .
                :4 skos:broader :2 ; skos:broaderTransitive :1 , :2 ; skos:prefLabel "Pudel"@de .
                """);
    assertEquals(List.of("2", "1", "3", "4"), animals.hierarchy().ids());
    assertEquals(List.of("dog", "animal", "3", "Pudel"), animals.labels());
    assertEquals(new TreeSet<>(List.of("2>1", "3>1", "4>2")), edges(animals.hierarchy()));
    assertEquals(
        List.of(
            "1 edge was given again, and collapsed.",
            "2 × skos:broaderTransitive or narrowerTransitive: left out.",
            "1 × rdfs:subClassOf: left out: there are more of skos:broader and narrower."),
        animals.remarks());
  }

  @Test
  void idsAreIrisWhereLocalNamesClash() throws IOException {
    NamedHierarchy two =
        read(
            "two.ttl",
            PREFIXES
                + "<http://a.org/Dog> rdfs:subClassOf <http://b.org/Dog> , <http://b.org/X> .");
    assertEquals(
        List.of("http://a.org/Dog", "http://b.org/Dog", "http://b.org/X"), two.hierarchy().ids());
    assertEquals(
        List.of("http://a.org/", "b"),
        read("bare.ttl", PREFIXES + "<http://a.org/> rdfs:subClassOf <urn:x:b> .")
            .hierarchy()
            .ids());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsWrittenIsReadBack(long seed) throws IOException {
    Hierarchy hierarchy = Hierarchies.random(80, seed);
    Random random = new Random(seed);
    StringBuilder classes = new StringBuilder(PREFIXES);
    StringBuilder concepts = new StringBuilder(PREFIXES);
    StringBuilder xml =
        new StringBuilder(
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                + " xmlns:rdfs='http://www.w3.org/2000/01/rdf-schema#'>\n");
    for (String edge : edges(hierarchy)) {
      String child = edge.substring(0, edge.indexOf('>'));
      String parent = edge.substring(edge.indexOf('>') + 1);
      classes.append(":" + child + " rdfs:subClassOf :" + parent + " .\n");
      concepts.append(
          random.nextBoolean()
              ? ":" + child + " skos:broader :" + parent + " .\n"
              : ":" + parent + " skos:narrower :" + child + " .\n");
      xml.append(
          "<rdf:Description rdf:about='urn:t:" + child + "'><rdfs:subClassOf rdf:resource='");
      xml.append("urn:t:" + parent + "'/></rdf:Description>\n");
    }
    xml.append("</rdf:RDF>\n");
    for (NamedHierarchy read :
        List.of(
            read("classes.ttl", classes.toString()),
            read("concepts.skos", concepts.toString()),
            read("classes.rdf", xml.toString()))) {
      assertEquals(edges(hierarchy), edges(read.hierarchy()));
      assertEquals(List.of(), read.remarks());
    }
  }

  @Test
  void manyEntitiesAreNoReasonToStop() throws IOException {
    StringBuilder xml =
        new StringBuilder(
            "<?xml version='1.0'?>\n<!DOCTYPE rdf:RDF [ <!ENTITY a 'http://example.org/a#'> ]>\n"
                + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                + " xmlns:rdfs='http://www.w3.org/2000/01/rdf-schema#'>\n");
    int classes = 40_000;
    for (int i = 1; i <= classes; i++) {
      xml.append("<rdf:Description rdf:about='&a;n" + i + "'><rdfs:subClassOf rdf:resource='");
      xml.append("&a;n" + i / 2 + "'/></rdf:Description>\n");
    }
    Hierarchy tree = read("many.owl", xml.append("</rdf:RDF>").toString()).hierarchy();
    assertEquals(classes + 1, tree.size());
  }

  private NamedHierarchy buildings(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = RdfHierarchyTest.class.getClassLoader().getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(in, name + " is on the class path"), file);
    }
    return Sources.hierarchy(file.toString());
  }

  @Test
  void theBuildingOntologyOfIso16739() throws IOException {
    NamedHierarchy buildings = buildings("IFC4_ADD2.ttl");
    Hierarchy hierarchy = buildings.hierarchy();
    assertEquals(1_284, hierarchy.size());
    assertEquals(1_552, hierarchy.edgeCount());
    assertEquals(
        List.of("3506 × statement of an anonymous class or concept: left out."),
        buildings.remarks());
    // the OWL API, which wrote the file as RDF/XML, made a class Error of one expression
    Set<String> xml = edges(buildings("IFC4_ADD2.rdf").hierarchy());
    assertTrue(xml.removeIf(edge -> edge.contains(">Error")));
    assertTrue(xml.equals(edges(hierarchy)));
    List<String> above = new ArrayList<>();
    for (int ancestor : hierarchy.closure().ancestors(hierarchy.index("IfcWallStandardCase"))) {
      above.add(hierarchy.id(ancestor));
    }
    assertTrue(
        above.containsAll(
            List.of("IfcWall", "IfcBuildingElement", "IfcElement", "IfcProduct", "IfcObject")),
        above.toString());
  }
}
