package org.conceptspaces.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.conceptspaces.encoder.check.Finding;
import org.conceptspaces.encoder.check.Finding.Verdict;

/** What {@code doctor} has found, as text and as JSON. */
final class Diagnosis {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  /** Adds a line to a section. */
  void add(String section, String name, String value) {
    sections.computeIfAbsent(section, s -> new LinkedHashMap<>()).put(name, value);
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  /** Writes the sections. */
  void print(PrintWriter out) {
    sections.forEach(
        (section, lines) -> {
          out.println(section);
          lines.forEach((name, value) -> out.printf("  %-16s %s%n", name, value));
        });
    out.flush();
  }

  /** A check's line of the table. */
  static String line(Finding finding) {
    String verdict =
        switch (finding.verdict()) {
          case PASSED -> "pass";
          case FAILED -> "FAIL";
          case UNKNOWN -> "-";
        };
    return String.format(
        Locale.ROOT,
        "  %-4s  %-10s  %-24s  %s",
        verdict,
        finding.check(),
        finding.space(),
        finding.detail());
  }

  long failed() {
    return findings.stream().filter(f -> f.verdict() == Verdict.FAILED).count();
  }

  int checks() {
    return findings.size();
  }

  String json() {
    Map<String, Object> root = new LinkedHashMap<>();
    sections.forEach((section, lines) -> root.put(key(section), keyed(lines)));
    root.put("checks", findings.stream().map(Diagnosis::entry).toList());
    root.put("failed", failed());
    return GSON.toJson(root);
  }

  private static Map<String, String> keyed(Map<String, String> lines) {
    Map<String, String> keyed = new LinkedHashMap<>();
    lines.forEach((name, value) -> keyed.put(key(name), value));
    return keyed;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '_');
  }

  private static Map<String, Object> entry(Finding finding) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("check", finding.check());
    entry.put("space", finding.space());
    entry.put("verdict", key(finding.verdict().name()));
    entry.put("detail", finding.detail());
    Map<String, Object> figures = new LinkedHashMap<>();
    finding.figures().forEach((name, value) -> figures.put(name, number(value)));
    entry.put("figures", figures);
    return entry;
  }

  /** JSON has no word for what is not finite. */
  private static Object number(double value) {
    return Double.isFinite(value) ? value : Double.toString(value);
  }
}
