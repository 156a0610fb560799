package org.conceptspaces.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.conceptspaces.placement.channel.Channel;
import org.conceptspaces.placement.channel.Neighbours;
import org.conceptspaces.placement.channel.WordChannel;
import org.conceptspaces.placement.text.Wording;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.baseline.TfIdf;
import org.conceptspaces.taxonomy.ranking.ParentMetrics;
import org.conceptspaces.taxonomy.sampling.Split;
import org.conceptspaces.taxonomy.source.SynsetText;
import org.conceptspaces.taxonomy.source.WordNet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacerTest {

  private static final TextTaxonomy TINY = Taxonomies.tiny();
  private static final Placer PLACER = fit(TINY);

  private static Placer fit(TextTaxonomy taxonomy) {
    return new PlacerTraining(taxonomy, true, PlacementOptions.DEFAULT)
        .fit(
            List.of(channel("words", taxonomy), channel("openings", taxonomy)),
            Lessons.of(taxonomy.hierarchy()));
  }

  private static Channel channel(String name, TextTaxonomy taxonomy) {
    List<Wording> wordings = taxonomy.texts().stream().map(Wording::of).toList();
    return switch (name) {
      case "words" -> WordChannel.words(wordings);
      case "openings" -> WordChannel.openings(wordings);
      default -> throw new DataException("no channel " + name);
    };
  }

  private static List<Placement> placements(Placer placer, List<String> texts) {
    List<Placement> placements = new ArrayList<>();
    placer.place(texts, placements::add);
    return placements;
  }

  private static String parent(Placement placement) {
    return TINY.hierarchy().id(placement.places().get(0).node());
  }

  @Test
  void newThingsFindTheirKind() {
    List<Placement> placed =
        placements(
            PLACER,
            List.of("green lamp: a lamp that is green", "white bread", "that shoe which is loud"));
    assertEquals(
        List.of("lamp", "bread", "shoe"), placed.stream().map(PlacerTest::parent).toList());
    for (Placement placement : placed) {
      double sum = placement.places().stream().mapToDouble(Place::probability).sum();
      assertEquals(1 - PLACER.learned().calibration().missed(), sum, 1e-12);
      assertTrue(placement.places().get(0).probability() > 0.5, placement.toString());
      assertTrue(placement.belongs());
      for (int i = 1; i < placement.places().size(); i++) {
        assertTrue(
            placement.places().get(i - 1).probability() >= placement.places().get(i).probability());
      }
    }
  }

  @Test
  void aspectsTellCandidatesApartByTheLogarithmOfTheirOdds() {
    Placement placement = placements(PLACER, List.of("green lamp: a lamp that is old")).get(0);
    assertEquals(
        List.of("words", "openings", "terms", "names", "kin", "shape"),
        List.copyOf(placement.places().get(0).aspects().keySet()));
    double[] nats =
        placement.places().stream()
            .mapToDouble(p -> p.aspects().values().stream().mapToDouble(n -> n).sum())
            .toArray();
    assertEquals(0, IntStream.range(0, nats.length).mapToDouble(i -> nats[i]).sum(), 1e-9);
    for (int i = 1; i < nats.length; i++) {
      double odds =
          placement.places().get(0).probability() / placement.places().get(i).probability();
      assertEquals(Math.log(odds), nats[0] - nats[i], 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "…!?", "\u0000", "zig zag zog zug zug"})
  void whatSaysNothingBelongsNowhere(String text) {
    Placement placement = placements(PLACER, List.of(text)).get(0);
    assertEquals(List.of(), placement.places());
    assertFalse(placement.belongs());
    assertEquals(text, placement.query().text());
  }

  @Test
  void textsComeBackInTheirOrderHoweverMany() {
    List<String> texts = IntStream.range(0, 700).mapToObj(i -> "lamp " + i).toList();
    assertEquals(texts, placements(PLACER, texts).stream().map(p -> p.query().text()).toList());
    assertEquals(List.of(), placements(PLACER, List.of()));
  }

  /** Ranking is done by other threads. */
  @Test
  void whatGoesWrongInRankingIsToldAsItIs() {
    Channel words = channel("words", TINY);
    Neighbours unknown = new Neighbours(new int[] {TINY.size()}, new double[] {1}, 1);
    AtomicBoolean broken = new AtomicBoolean();
    Channel breaking =
        new Channel() {
          @Override
          public String name() {
            return "breaking";
          }

          @Override
          public List<Neighbours> nearest(List<String> texts, int[] excluded, int count) {
            return broken.get()
                ? texts.stream().map(text -> unknown).toList()
                : words.nearest(texts, excluded, count);
          }
        };
    Placer placer =
        new PlacerTraining(TINY, true, PlacementOptions.DEFAULT)
            .fit(List.of(breaking), Lessons.of(TINY.hierarchy()));
    broken.set(true);
    assertThrows(IndexOutOfBoundsException.class, () -> placements(placer, List.of("white bread")));
  }

  @Test
  void whatWasSavedPlacesAlike() {
    // one node shares no word with any other: its nearness is minus infinity
    List<String> edges = new ArrayList<>();
    List<String> texts = new ArrayList<>(List.of("odd=zzz: yyy xxx"));
    for (int node = 0; node < TINY.size(); node++) {
      String id = TINY.hierarchy().id(node);
      texts.add(id + "=" + TINY.text(node));
      for (int parent : TINY.hierarchy().parents(node)) {
        edges.add(id + ">" + TINY.hierarchy().id(parent));
      }
    }
    edges.add("odd>lamp");
    TextTaxonomy taxonomy = Taxonomies.of(edges, texts);
    Placer placer = fit(taxonomy);
    String json = PlacerFile.json(placer);
    assertTrue(json.contains("-Infinity"));
    Placer back = PlacerFile.read(json, taxonomy, name -> channel(name, taxonomy));
    assertEquals(json, PlacerFile.json(back));
    List<String> questions =
        List.of("green lamp", "zzz", "a boat of bread that is old", "", "shoe: zig");
    List<Placement> before = placements(placer, questions);
    List<Placement> after = placements(back, questions);
    for (int i = 0; i < before.size(); i++) {
      assertEquals(before.get(i).places(), after.get(i).places());
      assertEquals(before.get(i).typicality(), after.get(i).typicality());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(?s).*                       | no JSON     | is no JSON of a placer",
        "(?s).{40}$                   | ''          | is no JSON of a placer",
        "(?s).*                       | ''          | is not of format 1; train the model anew",
        "\"format\": 1                | \"format\": 2 | is not of format 1; train the model anew",
        "\"taxonomy\": \"..           | \"taxonomy\": \"xy | was fitted to another taxonomy",
        "\"words\"                    | \"wurds\"   | no channel wurds",
        "\"words\",                   | ''          | lacks a part",
        "\"words\",                   | null,       | lacks a part",
        "\"channels\"                 | \"x\"       | lacks a part",
        "\"weights\"                  | \"x\"       | lacks a part",
        "\"nearness\"                 | \"x\"       | lacks a part",
        "\"sums\"                     | \"x\"       | lacks a part",
        "\"sums\": .                  | \"sums\": [NaN, | lacks a part",
        "\"sums\": .                  | \"sums\": [9, | lacks a part",
        "\"neighbours\": 100          | \"neighbours\": 0 | lacks a part",
        "\"temperature\": [0-9.]+     | \"temperature\": 0 | lacks a part",
        "\"temperature\": [0-9.]+     | \"temperature\": NaN | lacks a part",
        "\"missed\": [0-9.E-]+        | \"missed\": 1 | lacks a part",
        "\"depth\":                   | \"width\":  | has no weight for depth",
        "\"depth\": [0-9.E-]+         | \"depth\": Infinity | has no weight for depth",
      })
  void whatIsNoPlacerIsRefused(String pattern, String replacement, String message) {
    String damaged = PlacerFile.json(PLACER).replaceFirst(pattern, replacement);
    DataException refusal =
        assertThrows(
            DataException.class, () -> PlacerFile.read(damaged, TINY, name -> channel(name, TINY)));
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    assertEquals(1, refusal.getMessage().lines().count());
  }

  @Test
  void aPlacerOfAnotherTaxonomyIsRefused() {
    TextTaxonomy other = Taxonomies.random(40, 1);
    DataException refusal =
        assertThrows(
            DataException.class,
            () -> PlacerFile.read(PlacerFile.json(PLACER), other, name -> channel(name, other)));
    assertTrue(refusal.getMessage().contains("another taxonomy"), refusal.getMessage());
  }

  @Test
  void whereNoTextLeadsToItsParentNothingCanBeLearned() {
    TextTaxonomy mute =
        Taxonomies.of(
            List.of("b>a", "c>a", "d>b"), List.of("a=alpha", "b=beta", "c=gamma", "d=delta"));
    DataException refusal = assertThrows(DataException.class, () -> fit(mute));
    assertEquals(
        "made up: of 2 leaves to fit a placer to, none has a parent that its text leads to; place by"
            + " more channels or name more neighbours",
        refusal.getMessage());
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PlacementOptions(0, 1, 1));
    assertEquals(
        "neighbours 1 and texts 0 must both be above 0",
        assertThrows(IllegalArgumentException.class, () -> new PlacementOptions(1, 0, 1))
            .getMessage());
  }

  @Test
  void aNameOfVeryManyNodesDoesNotFloodTheCandidates() {
    List<String> edges = new ArrayList<>();
    List<String> texts = new ArrayList<>(List.of("root=root: all of it"));
    for (int i = 0; i < 500; i++) {
      texts.add("n" + i + "=item: an item of the sort " + i);
      edges.add("n" + i + ">root");
    }
    TextTaxonomy same = Taxonomies.of(edges, texts);
    Placer placer = fit(same);
    Placement placement = placements(placer, List.of("red item: an item of the sort 7")).get(0);
    assertTrue(placement.places().size() < 200, "" + placement.places().size());
  }

  @Test
  void mammalsAreBetterPlacedThanByTfIdfAndAlwaysAlike() {
    Split split = Split.of(WordNet.mammals(SynsetText.WORDS_AND_DEFINITION), 0.12, 1);
    Placer placer = fit(split.training());
    PlacementScore score = new PlacementScore(split.training().hierarchy());
    int[] held = split.heldOut();
    int[] next = new int[1];
    placer.place(
        split.heldOutTexts(),
        placement -> score.accept(placement, split.trueParents(held[next[0]++])));
    ParentMetrics tfIdf = TfIdf.evaluate(split);
    assertTrue(score.ranks().mrr() > tfIdf.mrr() + 0.05, score.ranks() + " against " + tfIdf);
    assertTrue(score.ranks().hitsAt1() > tfIdf.hitsAt1() + 0.05, score.ranks().toString());
    assertTrue(score.reliability().expectedCalibrationError() < 0.15);
    assertTrue(score.belonging() > 0.95, "" + score.belonging());
    // nothing depends on threads or on the order of hash tables
    assertEquals(PlacerFile.json(placer), PlacerFile.json(fit(split.training())));
    assertEquals(
        placer.weights().keySet().stream().filter(name -> !name.contains("largest")).count() * 3,
        placer.weights().size());
    // cooking, chemistry and law are strange to mammals
    List<Placement> strange =
        placements(
            placer,
            List.of(
                "hollandaise: eggs and butter whisked with lemon juice",
                "isomerase: an enzyme catalysing isomerisation",
                "escrow: funds deposited pending fulfilment"));
    for (Placement placement : strange) {
      assertTrue(placement.typicality() < 0.1, placement.query().text());
    }
  }
}
