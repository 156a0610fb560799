package org.conceptspaces.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Results as JSON that people can read as well. */
final class PrettyJson {

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().setPrettyPrinting().create();

  private PrettyJson() {}

  /** A map of plain values as a text of lines. */
  static String of(Object plain) {
    return GSON.toJson(plain) + "\n";
  }
}
