package org.conceptspaces.cli;

import ai.djl.engine.Engine;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a result depends on besides config, data and seed: versions, and threads. */
final class Versions {

  private Versions() {}

  /** Versions that can be told without the engine, by what they are of. */
  static Map<String, String> withoutEngine() {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("concept-spaces", SuiteVersion.get());
    versions.put("java", Runtime.version().toString());
    versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    versions.put("djl", Engine.getDjlVersion());
    return versions;
  }

  /** All versions, by what they are of. Starts the engine. */
  static Map<String, String> all() {
    Map<String, String> versions = withoutEngine();
    Engine engine = Engine.getInstance();
    versions.put(engine.getEngineName().toLowerCase(Locale.ROOT), engine.getVersion());
    versions.put(Threads.NAME, Integer.toString(Threads.each()));
    return versions;
  }
}
