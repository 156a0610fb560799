package org.conceptspaces.testkit.comparison;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Runs measurements over cells and hands claims what these have recorded. */
final class ComparisonExtension
    implements BeforeAllCallback, TestTemplateInvocationContextProvider, ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(ComparisonExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    Class<?> type = context.getRequiredTestClass();
    Optional<CompareSpaces> annotation =
        AnnotationSupport.findAnnotation(type, CompareSpaces.class);
    if (annotation.isEmpty()) {
      return; // nested in one that has it
    }
    Plan plan = Plan.of(annotation.get(), "@CompareSpaces of " + type.getSimpleName());
    if (AnnotationSupport.findAnnotatedMethods(
            type, Measurement.class, HierarchyTraversalMode.TOP_DOWN)
        .isEmpty()) {
      throw new ExtensionConfigurationException(
          type.getSimpleName()
              + " has no @Measurement: give it a method that takes a Cell and records what it"
              + " measures there");
    }
    context.getStore(NAMESPACE).put(Results.class, new Results(plan));
  }

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return measures(context);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Results results = results(context);
    return results.plan().cells().stream().map(id -> invocation(id, results));
  }

  private static TestTemplateInvocationContext invocation(CellId id, Results results) {
    return new TestTemplateInvocationContext() {
      @Override
      public String getDisplayName(int index) {
        return id.toString();
      }

      @Override
      public List<Extension> getAdditionalExtensions() {
        return List.of(new CellExtension(id, results));
      }
    };
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Comparison.class || (type == Cell.class && !measures(context));
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (parameter.getParameter().getType() == Cell.class) {
      throw new ParameterResolutionException(
          "a Cell is there for a @Measurement alone; a @Claim takes the Comparison of all cells");
    }
    if (context.getTestMethod().isEmpty() || measures(context)) {
      throw new ParameterResolutionException(
          "a Comparison is there for a @Claim alone, after all cells; a @Measurement takes a Cell");
    }
    return new Comparison(results(context));
  }

  private static boolean measures(ExtensionContext context) {
    return context
        .getTestMethod()
        .filter(method -> AnnotationSupport.isAnnotated(method, Measurement.class))
        .isPresent();
  }

  private static Results results(ExtensionContext context) {
    Results results = context.getStore(NAMESPACE).get(Results.class, Results.class);
    if (results == null) {
      throw new ExtensionConfigurationException(
          context.getRequiredTestClass().getSimpleName()
              + " has no @CompareSpaces, which says what to measure: spaces, dimensions, seeds");
    }
    return results;
  }
}
