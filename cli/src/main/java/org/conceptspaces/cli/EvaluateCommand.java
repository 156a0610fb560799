package org.conceptspaces.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.taxonomy.NamedHierarchy;
import org.conceptspaces.taxonomy.RelatedPairs;
import org.conceptspaces.taxonomy.sampling.HoldOut;
import org.conceptspaces.taxonomy.source.Sources;
import org.conceptspaces.taxonomy.vectors.EmbeddingDescription;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How well given points recover a hierarchy. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class,
    description = "Ranks all nodes by the distances of their points: how well is a hierarchy kept?")
final class EvaluateCommand implements Runnable {

  @Mixin private final VectorsOptions vectors = new VectorsOptions();

  @Option(
      names = "--edges",
      paramLabel = "SOURCE",
      required = true,
      description = "The hierarchy; './concepts embed --help' tells what it may be.")
  private String source = "";

  @Option(
      names = "--protocol",
      paramLabel = "P",
      defaultValue = "closure",
      description =
          "closure ranks a node's ancestors, neighbours its parents and children, each among all"
              + " other nodes. Default: closure.")
  private EmbeddingFigures.Protocol protocol = EmbeddingFigures.Protocol.closure;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads. Default: one for each core.")
  private @Nullable Integer threads;

  @Mixin private final HoldOutOptions holdOut = new HoldOutOptions();
  @Mixin private final JsonOption json = new JsonOption();
  @Mixin private final PluginOptions pluginOptions = new PluginOptions();
  @Mixin private final DeviceOption device = new DeviceOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    try (PluginOptions.Loaded loaded = pluginOptions.load()) {
      run(loaded.plugins());
    }
  }

  private void run(Plugins plugins) {
    int workers = Threads.workers(threads);
    json.check();
    HoldOut wanted = holdOut.wanted();
    PrintWriter err = spec.commandLine().getErr();
    SavedPoints saved = vectors.read(plugins);
    NamedHierarchy hierarchy = Sources.hierarchy(source);
    hierarchy.remarks().forEach(remark -> err.println("concepts: " + remark));
    HoldOut held = held(saved, wanted, hierarchy, err);
    LinkPrediction links = held == null ? null : LinkPrediction.of(hierarchy, held);
    long start = System.nanoTime();
    try (NodePoints points = saved.points(hierarchy.hierarchy().ids(), device.choice())) {
      RelatedPairs pairs = protocol.pairs(hierarchy);
      Map<String, Double> figures = EmbeddingFigures.of(points, hierarchy, pairs, workers);
      if (links != null) {
        figures.putAll(links.figures(points, workers));
      }
      report(
          hierarchy,
          held,
          pairs.pairs(),
          points,
          saved.name(),
          figures,
          workers,
          (System.nanoTime() - start) / 1e9);
    }
  }

  /** The pairs that the vectors were not trained on, as they tell, or as the user does. */
  private @Nullable HoldOut held(
      SavedPoints saved, @Nullable HoldOut wanted, NamedHierarchy hierarchy, PrintWriter err) {
    EmbeddingDescription description = saved.description();
    if (description == null) {
      return wanted;
    }
    HoldOut own = description.holdOut();
    if (wanted != null) {
      throw new UserException(
          "--hold-out: "
              + vectors.path()
              + (own == null
                  ? " was made with nothing held out, so that no pair is left to predict; embed with --hold-out"
                  : " tells what was held out of its training (%s by seed %d); leave it out"
                      .formatted(own.share(), own.seed())));
    }
    if (own != null && !description.fingerprint().equals(hierarchy.fingerprint())) {
      err.printf(
          "concepts: no link prediction: pairs were held out of %s, and %s is another hierarchy%n",
          description.source(), hierarchy.name());
      return null;
    }
    return own;
  }

  private void report(
      NamedHierarchy hierarchy,
      @Nullable HoldOut held,
      long pairs,
      NodePoints points,
      String name,
      Map<String, Double> figures,
      int workers,
      double seconds) {
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("vectors", vectors.path().toString());
    results.put("source", hierarchy.name());
    results.put("protocol", protocol.name());
    results.put("nodes", hierarchy.hierarchy().size());
    results.put("pairs", pairs);
    results.put("space", name);
    results.put("dimension", points.dimension());
    results.put("threads", workers);
    results.put("seconds", seconds);
    if (held != null) {
      results.put("hold_out", LinkPrediction.plain(held));
    }
    results.putAll(EmbeddingFigures.plain(figures));
    results.put("radius_histogram", points.norms().histogram(20));
    results.put("fingerprint", hierarchy.fingerprint());
    results.put("versions", Versions.withoutEngine());
    json.write(PrettyJson.of(results), out);
    if (!json.onStandardOutput()) {
      out.printf(
          Locale.ROOT,
          "%s in %s, dimension %d, protocol %s, %.1f s%n",
          hierarchy.name(),
          points.name(),
          points.dimension(),
          protocol,
          seconds);
      EmbeddingFigures.lines(figures).forEach(out::println);
    }
  }
}
