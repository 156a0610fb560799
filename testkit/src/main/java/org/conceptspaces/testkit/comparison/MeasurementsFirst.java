package org.conceptspaces.testkit.comparison;

import java.util.Comparator;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Measurements before all else, each kind in JUnit's own order. */
final class MeasurementsFirst implements MethodOrderer {

  @Override
  public void orderMethods(MethodOrdererContext context) {
    Comparator<MethodDescriptor> later =
        Comparator.comparing(method -> !method.isAnnotated(Measurement.class));
    context.getMethodDescriptors().sort(later); // stable
  }
}
