package org.conceptspaces.testkit.comparison;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A method of a {@link CompareSpaces} class that takes a {@link Cell} and records what it measures
 * there. It runs once for each cell, as a test of its own; what a failed one recorded is dropped.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(ComparisonExtension.class)
public @interface Measurement {}
