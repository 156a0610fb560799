package org.conceptspaces.taxonomy.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of {@code data.noun}, see wndb(5WN): {@code offset lex_filenum ss_type w_cnt word lex_id
 * [word lex_id…] p_cnt [symbol offset pos source/target…] | gloss}.
 *
 * @param offset where the line starts in the file, which is the synset's key
 * @param words all words, the first one names it, underscores for spaces
 * @param hypernyms offsets of hypernyms and instance hypernyms
 * @param classes offsets of instance hypernyms alone
 * @param hyponyms offsets of hyponyms and instance hyponyms
 * @param gloss definition and examples
 */
record PrincetonSynset(
    int offset,
    List<String> words,
    List<Integer> hypernyms,
    List<Integer> classes,
    List<Integer> hyponyms,
    String gloss) {

  // examples are quoted and come after the definition
  private static final Pattern EXAMPLES = Pattern.compile(";\\s*\"");

  static PrincetonSynset parse(String line) {
    int bar = line.indexOf(" | ");
    String[] fields = line.substring(0, bar).split(" ", -1);
    int count = Integer.parseInt(fields[3], 16);
    List<String> words = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      words.add(fields[4 + 2 * i]);
    }
    int at = 4 + 2 * count;
    int pointers = Integer.parseInt(fields[at++]);
    List<Integer> up = new ArrayList<>(2);
    List<Integer> classes = new ArrayList<>(0);
    List<Integer> down = new ArrayList<>();
    for (int i = 0; i < pointers; i++, at += 4) {
      switch (fields[at]) {
        case "@" -> up.add(Integer.valueOf(fields[at + 1]));
        case "@i" -> {
          up.add(Integer.valueOf(fields[at + 1]));
          classes.add(Integer.valueOf(fields[at + 1]));
        }
        case "~", "~i" -> down.add(Integer.valueOf(fields[at + 1]));
        default -> {
          // other relations are no part of the hierarchy
        }
      }
    }
    return new PrincetonSynset(
        Integer.parseInt(fields[0]), words, up, classes, down, line.substring(bar + 3).strip());
  }

  String definition() {
    Matcher examples = EXAMPLES.matcher(gloss);
    return examples.find() && examples.start() > 0
        ? gloss.substring(0, examples.start()).strip()
        : gloss;
  }
}
