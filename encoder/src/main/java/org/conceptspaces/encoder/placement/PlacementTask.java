package org.conceptspaces.encoder.placement;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.conceptspaces.encoder.measure.ConceptBank;
import org.conceptspaces.encoder.measure.PointBank;
import org.conceptspaces.encoder.measure.StateBank;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.text.TokenStates;
import org.conceptspaces.encoder.train.Corpus;
import org.conceptspaces.placement.Lessons;
import org.conceptspaces.placement.Placer;
import org.conceptspaces.placement.PlacerFile;
import org.conceptspaces.placement.PlacerTraining;
import org.conceptspaces.taxonomy.TextTaxonomy;
import org.conceptspaces.taxonomy.sampling.Split;
import org.jspecify.annotations.Nullable;

/**
 * Placing the held-out leaves of a taxonomy by a trained model: among all training nodes, by a
 * ranking that is fitted to training leaves which the model has not seen either. Had it seen them,
 * their points would be nearer to their parents than those of new texts are, and the ranking would
 * trust concepts too much.
 *
 * @param settings what to look at
 * @param unseen what the encoder is trained on, and the leaves to fit the ranking to: a split of
 *     the training taxonomy; without a trained channel nothing is held out in it
 * @param seed chooses among these leaves
 * @param outside texts that belong nowhere, maybe none
 */
public record PlacementTask(
    PlacementSettings settings, Split unseen, long seed, List<String> outside) {

  /**
   * Holds out the leaves to fit to.
   *
   * @param settings what to look at
   * @param training the training taxonomy
   * @param seed chooses the leaves
   * @param outside texts that belong nowhere, maybe none
   * @return the task
   */
  public static PlacementTask of(
      PlacementSettings settings, TextTaxonomy training, long seed, List<String> outside) {
    long leaves = Lessons.of(training.hierarchy()).unseen().length;
    double most = (double) settings.texts() / leaves;
    double share = settings.trained() ? Math.min(settings.leaves(), most) : 0;
    return new PlacementTask(
        settings, Split.of(training, share, new Random(seed).nextLong()), seed, outside);
  }

  /**
   * The metrics that there will be if leaves are held out.
   *
   * @param settings how texts are placed
   * @return their names, in the order of reports
   */
  public static List<String> metrics(PlacementSettings settings) {
    List<String> names = new ArrayList<>(PlacementMeasurement.METRICS);
    if (!settings.outside().equals(PlacementSettings.NONE)) {
      names.add(PlacementMeasurement.OUTSIDE);
    }
    return names;
  }

  /**
   * A placer that was fitted and measured.
   *
   * @param taxonomy where it places texts: the training nodes
   * @param findings how well it places what is held out
   * @param placer what it has learned, see {@link PlacerFile}
   * @param points of the training nodes; null if concepts are not looked at
   * @param concepts of the same nodes, see {@link ConceptBank#rows}; null if they are not looked at
   *     one by one
   * @param states the means of a pretrained encoder's states of the same nodes; null if states are
   *     not looked at
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Fitted(
      TextTaxonomy taxonomy,
      PlacementFindings findings,
      String placer,
      double @Nullable [][] points,
      double @Nullable [][] concepts,
      double @Nullable [][] states) {}

  /**
   * Fits and measures.
   *
   * @param manager on the model's device
   * @param model the trained model
   * @param corpus the training taxonomy and what is held out of it
   * @param maximumTokens how long the model's texts may be
   * @return the placer
   */
  public Fitted run(NDManager manager, ConceptModel model, Corpus corpus, int maximumTokens) {
    TokenStates states = corpus.states();
    TaxonomyChannels.Reader reader =
        new TaxonomyChannels.Reader(
            texts ->
                PointBank.of(
                    manager, model, tokens(corpus, texts, maximumTokens), states, batch -> {}),
            texts -> {
              ConceptBank.Gathering gathered = new ConceptBank.Gathering();
              PointBank.of(manager, model, tokens(corpus, texts, maximumTokens), states, gathered)
                  .close();
              return gathered.bank(manager, model);
            },
            texts ->
                StateBank.of(
                    manager, tokens(corpus, texts, maximumTokens), Objects.requireNonNull(states)));
    try (TaxonomyChannels channels =
        TaxonomyChannels.read(corpus.split().training(), reader, settings.channels())) {
      return fitted(corpus, channels);
    }
  }

  private Fitted fitted(Corpus corpus, TaxonomyChannels channels) {
    Split split = corpus.split();
    TextTaxonomy training = split.training();
    Placer placer =
        new PlacerTraining(training, settings.names(), settings.options(seed))
            .fit(
                settings.channels().stream()
                    .filter(name -> !name.equals(PlacementSettings.NAMES))
                    .map(channels::of)
                    .toList(),
                Lessons.of(training.hierarchy(), unseen.heldOut()));
    return new Fitted(
        training,
        PlacementMeasurement.of(placer, split, outside),
        PlacerFile.json(placer),
        channels.points(),
        channels.concepts(),
        channels.states());
  }

  private static int[][] tokens(Corpus corpus, List<String> texts, int maximumTokens) {
    return texts.stream()
        .map(text -> corpus.vocabulary().encode(text, maximumTokens))
        .toArray(int[][]::new);
  }
}
