package org.conceptspaces.integration;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The arrows between modules, and the calls into DJL that are silently wrong or slow. */
@AnalyzeClasses(
    packages = "org.conceptspaces",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final Set<String> SCALAR_ARITHMETIC =
      Set.of("mul", "div", "pow", "maximum", "minimum", "muli", "divi", "powi", "mod", "modi");

  private static final Set<String> HOST_COPIES =
      Set.of(
          "toArray",
          "toFloatArray",
          "toDoubleArray",
          "toLongArray",
          "toIntArray",
          "toBooleanArray",
          "toByteArray",
          "toByteBuffer",
          "toUint8Array",
          "getFloat",
          "getDouble",
          "getLong",
          "getInt",
          "getBoolean",
          "contentEquals",
          "allClose",
          "nonzero",
          "toDebugString");

  /** What reads values from the device for reports, between steps. */
  private static final Set<String> REPORTS = Set.of("parameters", "sectionalCurvature", "current");

  /** What may ask for them: reports, and what begins work on plain arrays. */
  private static final Set<String> BETWEEN_STEPS =
      Set.of("parameters", "sectionalCurvature", "current", "pairs");

  private static final String GEOMETRIES =
      "org[.]conceptspaces[.](api([.]curvature)?|euclidean|poincare|lorentz|product|multiscale)";

  private static final String[] IN_A_STEP = {
    "org.conceptspaces.api..",
    "org.conceptspaces.euclidean..",
    "org.conceptspaces.poincare..",
    "org.conceptspaces.lorentz..",
    "org.conceptspaces.product..",
    "org.conceptspaces.adaptive..",
    "org.conceptspaces.multiscale..",
    "org.conceptspaces.optim..",
    "org.conceptspaces.taxonomy.embedding..",
    "org.conceptspaces.encoder.network..",
    "org.conceptspaces.encoder.objective..",
    "org.conceptspaces.encoder.regularize..",
    "org.conceptspaces.encoder.train.."
  };

  @ArchTest
  static final ArchRule modulesSeeOnlyWhatTheyMay =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.conceptspaces..")
          .layer("api")
          .definedBy("org.conceptspaces.api..")
          .layer("testkit")
          .definedBy("org.conceptspaces.testkit..")
          .layer("euclidean")
          .definedBy("org.conceptspaces.euclidean..")
          .layer("poincare")
          .definedBy("org.conceptspaces.poincare")
          .layer("constructions")
          .definedBy("org.conceptspaces.poincare.construction..")
          .layer("lorentz")
          .definedBy("org.conceptspaces.lorentz..")
          .layer("product")
          .definedBy("org.conceptspaces.product..")
          .layer("adaptive")
          .definedBy("org.conceptspaces.adaptive..")
          .layer("multiscale")
          .definedBy("org.conceptspaces.multiscale..")
          .layer("config")
          .definedBy("org.conceptspaces.config..")
          .layer("optim")
          .definedBy("org.conceptspaces.optim..")
          .layer("analysis")
          .definedBy("org.conceptspaces.analysis..")
          .layer("taxonomy")
          .definedBy("org.conceptspaces.taxonomy..")
          .layer("placement")
          .definedBy("org.conceptspaces.placement..")
          .layer("encoder")
          .definedBy("org.conceptspaces.encoder..")
          .layer("pretrained")
          .definedBy("org.conceptspaces.pretrained..")
          .layer("cli")
          .definedBy("org.conceptspaces.cli..")
          .whereLayer("api")
          .mayNotAccessAnyLayer()
          .whereLayer("testkit")
          .mayOnlyAccessLayers("api")
          .whereLayer("euclidean")
          .mayOnlyAccessLayers("api")
          .whereLayer("poincare")
          .mayOnlyAccessLayers("api")
          .whereLayer("constructions")
          .mayNotAccessAnyLayer()
          .whereLayer("lorentz")
          .mayOnlyAccessLayers("api")
          .whereLayer("product")
          .mayOnlyAccessLayers("api")
          .whereLayer("adaptive")
          .mayOnlyAccessLayers("api")
          .whereLayer("multiscale")
          .mayOnlyAccessLayers("api")
          .whereLayer("config")
          .mayOnlyAccessLayers("api")
          .whereLayer("optim")
          .mayOnlyAccessLayers("api")
          .whereLayer("analysis")
          .mayOnlyAccessLayers("api")
          .whereLayer("taxonomy")
          .mayOnlyAccessLayers("api", "analysis", "optim")
          .whereLayer("placement")
          .mayOnlyAccessLayers("taxonomy")
          .whereLayer("encoder")
          .mayOnlyAccessLayers("api", "analysis", "config", "optim", "taxonomy", "placement")
          .whereLayer("pretrained")
          .mayOnlyAccessLayers("api", "taxonomy", "encoder")
          .whereLayer("cli")
          .mayOnlyAccessLayers(
              "api", "config", "analysis", "taxonomy", "placement", "encoder", "constructions");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.conceptspaces.(**)").should().beFreeOfCycles();

  /** DJL frees the scalar that autograd still points at; see {@code Constants}. */
  @ArchTest
  static final ArchRule gradientsNeverMeetJavaNumbers =
      classes()
          .that()
          .resideOutsideOfPackage("org.conceptspaces.optim..")
          .should(
              notUse(
                  "arithmetic of arrays with Java numbers",
                  use ->
                      onArray(use)
                          && SCALAR_ARITHMETIC.contains(use.getName())
                          && wantsNumber(use)));

  /**
   * {@code toType} leaves the gradient graph; the backward pass of {@code get} is not exact. The
   * laws of the test kit look at results, through which no gradient flows any more; {@code Casts}
   * says where it leaves the graph.
   */
  @ArchTest
  static final ArchRule gradientsAreNotLostInCastsAndIndexes =
      classes()
          .that(are(notIn("org.conceptspaces.testkit", "Laws", "Contract", "Trial")))
          .and(are(notIn("org.conceptspaces.api.numeric", "Casts")))
          .should(
              notUse(
                  "toType or get",
                  use -> onArray(use) && Set.of("toType", "get").contains(use.getName())));

  @ArchTest
  static final ArchRule nothingInAStepWaitsForTheDevice =
      classes()
          .that()
          .resideInAnyPackage(IN_A_STEP)
          .and()
          .doNotHaveSimpleName("HostReads")
          .should(
              notUse(
                  "copies from the device to the host",
                  use ->
                      onArray(use)
                          && HOST_COPIES.contains(use.getName())
                          && !BETWEEN_STEPS.contains(use.getOrigin().getName())));

  @ArchTest
  static final ArchRule nothingInAStepAsksForReports =
      classes()
          .that()
          .resideInAnyPackage(IN_A_STEP)
          .should(
              notUse(
                  "what is for reports between steps",
                  use ->
                      REPORTS.contains(use.getName())
                          && use.getTargetOwner().getPackageName().matches(GEOMETRIES)
                          && !BETWEEN_STEPS.contains(use.getOrigin().getName())));

  private static boolean onArray(JavaAccess<?> use) {
    return use.getTargetOwner().isAssignableTo(NDArray.class);
  }

  private static boolean wantsNumber(JavaAccess<?> use) {
    return use.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().stream().anyMatch(t -> t.isEquivalentTo(Number.class));
  }

  private static DescribedPredicate<JavaClass> notIn(String packageName, String... endings) {
    return DescribedPredicate.describe(
        "not " + String.join(", ", endings) + " of " + packageName,
        type ->
            !type.getPackageName().equals(packageName)
                || Stream.of(endings).noneMatch(type.getSimpleName()::endsWith));
  }

  /** Calls and method references alike. */
  private static ArchCondition<JavaClass> notUse(String what, Predicate<JavaAccess<?>> banned) {
    return new ArchCondition<>("not use " + what) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (JavaAccess<?> use : item.getAccessesFromSelf()) {
          if (banned.test(use)) {
            events.add(SimpleConditionEvent.violated(use, use.getDescription()));
          }
        }
      }
    };
  }
}
