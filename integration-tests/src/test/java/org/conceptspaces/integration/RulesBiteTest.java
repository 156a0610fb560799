package org.conceptspaces.integration;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A rule that finds nothing may just not look: these offend on purpose. */
class RulesBiteTest {

  static final class MeetsNumber {
    NDArray of(NDArray x) {
      return x.mul(2);
    }
  }

  static final class MeetsConstant {
    NDArray of(NDArray x) {
      return x.mul(x).add(2);
    }
  }

  static final class Casts {
    NDArray of(NDArray x) {
      return x.toType(DataType.FLOAT64, true);
    }
  }

  static final class IndexesByReference {
    Function<NDArray, NDArray> of(NDArray x) {
      return x::get;
    }
  }

  private static boolean passes(ArchRule rule, Class<?> offender) {
    JavaClasses classes = new ClassFileImporter().importClasses(offender);
    return !rule.evaluate(classes).hasViolation();
  }

  @Test
  void numbersAreFound() {
    assertFalse(passes(ArchitectureTest.gradientsNeverMeetJavaNumbers, MeetsNumber.class));
    assertTrue(passes(ArchitectureTest.gradientsNeverMeetJavaNumbers, MeetsConstant.class));
  }

  @Test
  void castsAndIndexesAreFound() {
    ArchRule rule = ArchitectureTest.gradientsAreNotLostInCastsAndIndexes;
    assertFalse(passes(rule, Casts.class));
    assertFalse(passes(rule, IndexesByReference.class));
    assertTrue(passes(rule, MeetsConstant.class));
  }
}
