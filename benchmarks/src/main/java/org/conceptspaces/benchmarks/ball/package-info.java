/** The operations of the Poincaré ball, timed and judged beside others. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.benchmarks.ball;
