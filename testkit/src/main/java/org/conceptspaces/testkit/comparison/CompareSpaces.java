package org.conceptspaces.testkit.comparison;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A test class that compares spaces: each {@link Measurement} runs once for every space, dimension
 * and seed, and each {@link Claim} after them. The class has one instance, so that its fields may
 * hold what all cells share, and runs in one thread.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(ComparisonExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MeasurementsFirst.class)
@Execution(ExecutionMode.SAME_THREAD)
public @interface CompareSpaces {

  /**
   * What is compared: names of spaces, configs, or whatever the measurement makes a space of. One
   * may be given a name for claims and tables: {@code "mixed = {space: product, parts: […]}"}.
   *
   * @return 1 or more, all different
   */
  String[] spaces();

  /**
   * The dimensions to measure in. Claims are about each by itself.
   *
   * @return 1 or more, all different, each at least 1
   */
  int[] dimensions();

  /**
   * The seeds. Spaces are compared seed by seed.
   *
   * @return 2 or more, all different: one value has no interval
   */
  long[] seeds();
}
