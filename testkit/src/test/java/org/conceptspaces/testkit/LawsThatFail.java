package org.conceptspaces.testkit;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs a contract inside a test and tells which of its laws fail. */
record LawsThatFail(Set<String> failed, Set<String> passed) {

  static LawsThatFail in(Class<?> contract) {
    Events tests =
        EngineTestKit.engine("junit-jupiter")
            .selectors(DiscoverySelectors.selectClass(contract))
            .execute()
            .testEvents();
    Set<String> failed = names(tests.failed());
    Set<String> passed = names(tests.succeeded());
    passed.removeAll(failed);
    return new LawsThatFail(failed, passed);
  }

  private static Set<String> names(Events events) {
    return events.stream()
        .map(event -> name(event.getTestDescriptor()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(TestDescriptor test) {
    return test.getSource()
        .map(source -> ((MethodSource) source).getMethodName())
        .orElseThrow(() -> new AssertionError(test + " has no method"));
  }
}
