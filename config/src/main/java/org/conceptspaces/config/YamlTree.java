package org.conceptspaces.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML into a tree. Only its nodes are used: no object is ever constructed, and values are
 * told apart by {@link Scalar}, not by the rules of YAML 1.1.
 */
final class YamlTree {

  /** The longest config, in characters; one long word takes time quadratic in its length. */
  static final int LONGEST = 1 << 18;

  private static final int MAX_ALIASES = 50;
  private static final int MAX_DEPTH = 100;
  private static final int MAX_NODES = 100_000;

  /** Leaves every value without an explicit tag a text. */
  private static final class TextResolver extends Resolver {
    @Override
    protected void addImplicitResolvers() {}
  }

  private final String source;
  private int nodes;

  private YamlTree(String source) {
    this.source = source;
  }

  /** The tree of a text, or null if it holds nothing. */
  static @Nullable Tree read(String text, String source) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    options.setMaxAliasesForCollections(MAX_ALIASES);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(LONGEST);
    DumperOptions unused = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options),
            new Representer(unused),
            unused,
            options,
            new TextResolver());
    YamlTree reader = new YamlTree(source);
    try {
      Node root = yaml.compose(new StringReader(text));
      return root == null ? null : reader.tree(root, 0);
    } catch (YAMLException e) {
      throw new ConfigException(source, List.of(reader.reason(e)), e);
    }
  }

  private String reason(YAMLException e) {
    if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      Mark mark = marked.getProblemMark();
      String context = marked.getContext() == null ? "" : " (" + marked.getContext().strip() + ")";
      return place(mark) + "not YAML: " + Names.oneLine(marked.getProblem() + context);
    }
    if (e instanceof ReaderException reader) {
      return String.format(
          "character %d is U+%04X, which YAML does not allow",
          reader.getPosition() + 1, reader.getCodePoint());
    }
    return "refused: " + Names.oneLine(String.valueOf(e.getMessage()));
  }

  private static String place(Mark mark) {
    return "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ";
  }

  private ConfigException refused(Node node, String why) {
    return new ConfigException(source, List.of(place(node.getStartMark()) + why), null);
  }

  private Tree tree(Node node, int depth) {
    if (depth > MAX_DEPTH) {
      throw refused(node, "nested deeper than " + MAX_DEPTH + ", or in itself");
    }
    if (++nodes > MAX_NODES) {
      throw new ConfigException(
          source, List.of("more than " + MAX_NODES + " values once aliases are filled in"), null);
    }
    Mark mark = node.getStartMark();
    Tree.Position at = new Tree.Position(mark.getIndex(), mark.getLine() + 1);
    if (node instanceof ScalarNode scalar) {
      checkTag(node, Tag.STR);
      return scalar.isPlain()
          ? Scalar.plain(at, scalar.getValue())
          : new Scalar(at, Scalar.Kind.TEXT, scalar.getValue());
    }
    if (node instanceof SequenceNode sequence) {
      checkTag(node, Tag.SEQ);
      List<Tree> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(tree(item, depth + 1));
      }
      return new Tree.Sequence(at, items);
    }
    checkTag(node, Tag.MAP);
    return new Tree.Mapping(at, entries((MappingNode) node, depth));
  }

  /** The entries, and those that {@code <<} merges in where a key is not there yet. */
  private List<Tree.Entry> entries(MappingNode node, int depth) {
    List<Tree.Entry> own = new ArrayList<>();
    List<Tree.Entry> merged = new ArrayList<>();
    for (NodeTuple tuple : node.getValue()) {
      Tree value = tree(tuple.getValueNode(), depth + 1);
      if (tuple.getKeyNode() instanceof ScalarNode key && isMerge(key)) {
        merged.addAll(merged(value, key));
      } else {
        own.add(new Tree.Entry(tree(tuple.getKeyNode(), depth + 1), value));
      }
    }
    Set<String> present = new HashSet<>();
    own.forEach(entry -> present.add(name(entry)));
    merged.stream().filter(entry -> present.add(name(entry))).forEach(own::add);
    return own;
  }

  private static boolean isMerge(ScalarNode key) {
    return key.isPlain() && key.getValue().equals("<<");
  }

  private static String name(Tree.Entry entry) {
    return entry.key() instanceof Scalar key ? key.text() : entry.key().shown();
  }

  private List<Tree.Entry> merged(Tree value, Node key) {
    if (value instanceof Tree.Mapping mapping) {
      return mapping.entries();
    }
    List<Tree.Entry> all = new ArrayList<>();
    if (value instanceof Tree.Sequence sequence) {
      for (Tree item : sequence.items()) {
        if (!(item instanceof Tree.Mapping mapping)) {
          throw refused(key, "<< wants a mapping or a list of mappings, not " + item.shown());
        }
        all.addAll(mapping.entries());
      }
      return all;
    }
    throw refused(key, "<< wants a mapping or a list of mappings, not " + value.shown());
  }

  private void checkTag(Node node, Tag expected) {
    if (!node.getTag().equals(expected)) {
      throw refused(node, "the tag " + Names.quoted(node.getTag().getValue()) + " is refused");
    }
  }
}
