package org.conceptspaces.cli;

import java.io.PrintWriter;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.taxonomy.DataException;
import org.conceptspaces.taxonomy.source.Sources;
import org.conceptspaces.taxonomy.vectors.NodeVectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What lies around a node, by its point. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class,
    description = "Tells what lies around a node of an embedding, by points alone.")
final class QueryCommand implements Runnable {

  @Mixin private final VectorsOptions vectors = new VectorsOptions();

  @Parameters(index = "1", paramLabel = "NODE", description = "The node's id.")
  private String node = "";

  @ArgGroup(exclusive = true)
  private Wanted wanted = new Wanted();

  /** One of these. */
  static final class Wanted {
    private NodeQuery.Kind kind = NodeQuery.Kind.nearest;

    @Option(
        names = "--distance",
        paramLabel = "OTHER",
        description = "The distance from another node.")
    private @Nullable String other;

    @Option(names = "--nearest", description = "The nearest nodes, which is the default.")
    void nearest(boolean given) {
      choose(given, NodeQuery.Kind.nearest);
    }

    @Option(
        names = "--ancestors",
        description = "Of the nodes nearer to the origin, the nearest to the node.")
    void ancestors(boolean given) {
      choose(given, NodeQuery.Kind.ancestors);
    }

    @Option(
        names = "--descendants",
        description =
            "Of the nodes farther out, those from which the node lies most nearly on the way to"
                + " the origin.")
    void descendants(boolean given) {
      choose(given, NodeQuery.Kind.descendants);
    }

    private void choose(boolean given, NodeQuery.Kind wanted) {
      kind = given ? wanted : kind;
    }
  }

  @Option(
      names = "--count",
      paramLabel = "K",
      defaultValue = "10",
      description = "How many nodes to tell. Default: 10.")
  private int count;

  @Option(
      names = "--edges",
      paramLabel = "SOURCE",
      description = "The hierarchy, to tell how what is found is truly related.")
  private @Nullable String source;

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
    if (count < 1) {
      throw new UserException("--count " + count + ": wants 1 at least");
    }
    json.check();
    SavedPoints saved = vectors.read(plugins);
    int index = index(saved.vectors(), node);
    TrueRelations truth =
        source == null ? null : new TrueRelations(Sources.hierarchy(source), node);
    NodeVectors known = saved.vectors();
    try (NodePoints points = saved.points(known.ids(), device.choice())) {
      NodeQuery query = new NodeQuery(points);
      QueryAnswer answer =
          wanted.other == null
              ? QueryAnswer.of(
                  wanted.kind,
                  known.ids(),
                  index,
                  query.norm(index),
                  query.find(wanted.kind, index, count),
                  truth)
              : QueryAnswer.ofDistance(
                  query, known.ids(), index, index(known, wanted.other), truth);
      PrintWriter out = spec.commandLine().getOut();
      json.write(answer.json(), out);
      if (!json.onStandardOutput()) {
        answer.lines().forEach(out::println);
      }
    }
  }

  private int index(NodeVectors known, String id) {
    if (!known.contains(id)) {
      throw new UserException(
          vectors.path()
              + ": there is no node "
              + DataException.quote(id)
              + NodeNames.hint(id, known.ids()));
    }
    return known.index(id);
  }
}
