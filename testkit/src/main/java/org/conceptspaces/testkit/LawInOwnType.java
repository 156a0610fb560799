package org.conceptspaces.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A {@link Law} about accuracy far out or close by, which a geometry promises for its own {@link
 * org.conceptspaces.api.Geometry#type() type} only: runs once for each dimension, in that type.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@MethodSource("trialsInOwnType")
public @interface LawInOwnType {}
