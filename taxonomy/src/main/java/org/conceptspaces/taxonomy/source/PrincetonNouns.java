package org.conceptspaces.taxonomy.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.conceptspaces.taxonomy.DataException;
import org.jspecify.annotations.Nullable;

/**
 * The two noun files of WordNet as they are, 20 MB of bytes, of which only the lines asked for are
 * parsed: {@code data.noun}, where a synset's key is its line's offset, and {@code index.noun},
 * sorted by word, which numbers the senses. Format: wndb(5WN).
 */
final class PrincetonNouns {

  private static final String FOLDER = "net/sf/extjwnl/data/wordnet/wn30/";
  private static final Pattern ID = Pattern.compile("(.+)\\.n\\.(\\d{2,4})");

  private final byte[] data;
  private final byte[] index;

  private PrincetonNouns(byte[] data, byte[] index) {
    this.data = data;
    this.index = index;
  }

  static PrincetonNouns load() {
    return new PrincetonNouns(resource("data.noun"), resource("index.noun"));
  }

  private static byte[] resource(String name) {
    try (InputStream input =
        PrincetonNouns.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      if (input == null) {
        throw new DataException(
            "WordNet is not on the class path; add net.sf.extjwnl:extjwnl-data-wn30:1.2");
      }
      return input.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The offsets of all synsets, ascending. */
  int[] all() {
    IntStream.Builder offsets = IntStream.builder();
    for (int start = licenseEnd(data); start < data.length; start = lineEnd(data, start) + 1) {
      offsets.add(start);
    }
    return offsets.build().toArray();
  }

  /** The offsets of a synset and all synsets below it, ascending. */
  int[] below(int root) {
    BitSet seen = new BitSet(data.length);
    int[] stack = {root};
    int height = 1;
    seen.set(root);
    while (height > 0) {
      PrincetonSynset synset = synset(stack[--height]);
      for (int child : synset.hyponyms()) {
        if (!seen.get(child)) {
          seen.set(child);
          stack = height == stack.length ? Arrays.copyOf(stack, 2 * height) : stack;
          stack[height++] = child;
        }
      }
    }
    return seen.stream().toArray();
  }

  PrincetonSynset synset(int offset) {
    return PrincetonSynset.parse(line(data, offset));
  }

  /** The id of a synset, as NLTK makes it. */
  String id(PrincetonSynset synset) {
    String lemma = synset.words().get(0).toLowerCase(Locale.ROOT);
    int[] senses = senses(lemma);
    for (int sense = 0; senses != null && sense < senses.length; sense++) {
      if (senses[sense] == synset.offset()) {
        return id(lemma, sense + 1);
      }
    }
    throw new IllegalStateException("index.noun lacks " + lemma + " at " + synset.offset());
  }

  /** The offset of the synset of an id. */
  int offset(String id) {
    Matcher parts = ID.matcher(id);
    if (!parts.matches()) {
      throw new DataException(
          "WordNet synset "
              + DataException.quote(id)
              + " is no noun's id; it wants a word, .n. and a sense of two digits, as dog.n.01");
    }
    String lemma = parts.group(1);
    int sense = Integer.parseInt(parts.group(2));
    int[] senses = senses(lemma);
    if (senses == null) {
      throw new DataException(
          "WordNet has no noun "
              + DataException.quote(lemma)
              + "; words are in lower case, with underscores for spaces");
    }
    if (sense < 1 || sense > senses.length) {
      throw new DataException(
          "WordNet's noun "
              + DataException.quote(lemma)
              + " has no sense "
              + sense
              + ", only "
              + id(lemma, 1)
              + (senses.length > 1 ? " to " + id(lemma, senses.length) : ""));
    }
    return senses[sense - 1];
  }

  private static String id(String lemma, int sense) {
    return lemma + ".n." + (sense < 10 ? "0" : "") + sense;
  }

  // the offsets of the senses of a word in their order, or null if it is no noun
  private int @Nullable [] senses(String lemma) {
    byte[] wanted = (lemma + " ").getBytes(UTF_8);
    int low = licenseEnd(index);
    int high = index.length;
    while (low < high) {
      int start = lineStart(index, (low + high) >>> 1);
      int end = lineEnd(index, start);
      int compared =
          Arrays.compareUnsigned(
              index, start, Math.min(start + wanted.length, end), wanted, 0, wanted.length);
      if (compared == 0) {
        String[] fields = line(index, start).strip().split(" ", -1);
        int count = Integer.parseInt(fields[2]);
        return Arrays.stream(fields, fields.length - count, fields.length)
            .mapToInt(Integer::parseInt)
            .toArray();
      }
      if (compared < 0) {
        low = end + 1;
      } else {
        high = start;
      }
    }
    return null;
  }

  // lines of the license start with two spaces
  private static int licenseEnd(byte[] file) {
    int start = 0;
    while (file[start] == ' ') {
      start = lineEnd(file, start) + 1;
    }
    return start;
  }

  private static int lineStart(byte[] file, int inside) {
    int start = inside;
    while (start > 0 && file[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private static int lineEnd(byte[] file, int start) {
    int end = start;
    while (end < file.length && file[end] != '\n') {
      end++;
    }
    return end;
  }

  private static String line(byte[] file, int start) {
    return new String(file, start, lineEnd(file, start) - start, UTF_8);
  }
}
