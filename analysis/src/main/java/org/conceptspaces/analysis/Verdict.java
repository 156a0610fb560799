package org.conceptspaces.analysis;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a metric means against its target.
 *
 * @param metric its name
 * @param met whether the target is met; if not, this is an alarm
 * @param sentence the value, the target and the reason in words
 */
public record Verdict(String metric, boolean met, String sentence) {

  Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("metric", metric);
    plain.put("met", met);
    plain.put("sentence", sentence);
    return plain;
  }
}
