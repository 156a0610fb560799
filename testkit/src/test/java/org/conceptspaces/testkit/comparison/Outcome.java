package org.conceptspaces.testkit.comparison;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * What became of tests run inside a test, and of containers that failed.
 *
 * @param failures by display name, in order: the failure's message, or nothing if it passed; of
 *     several by one name, all messages
 */
record Outcome(Map<String, String> failures) {

  static Outcome of(Class<?> type) {
    return of(selectClass(type));
  }

  static Outcome of(DiscoverySelector... selectors) {
    Map<String, String> failures = new LinkedHashMap<>();
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectors)
        .execute()
        .allEvents()
        .finished()
        .stream()
        .filter(event -> event.getTestDescriptor().isTest() || !failure(event).isEmpty())
        .forEach(
            event ->
                failures.merge(
                    event.getTestDescriptor().getDisplayName(), failure(event), String::concat));
    return new Outcome(failures);
  }

  private static String failure(Event event) {
    return event
        .getPayload(TestExecutionResult.class)
        .flatMap(TestExecutionResult::getThrowable)
        .map(thrown -> String.valueOf(thrown.getMessage()))
        .orElse("");
  }

  String of(String name) {
    assertTrue(failures.containsKey(name), failures::toString);
    return failures.getOrDefault(name, "");
  }
}
