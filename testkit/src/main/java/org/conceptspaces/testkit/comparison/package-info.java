/**
 * Comparisons of spaces as JUnit 5 tests: measurements over spaces × dimensions × seeds, and claims
 * that their 95% intervals must bear.
 *
 * <pre>{@code
 * @CompareSpaces(spaces = {"euclidean", "poincare"}, dimensions = {2, 5}, seeds = {1, 2, 3})
 * class TreesTest {
 *   @Measurement
 *   void embed(Cell cell) {
 *     double[][] points = train(cell.space(), cell.dimension(), cell.seed());
 *     cell.record("map", meanAveragePrecision(points));
 *   }
 *
 *   @Claim
 *   void theBallKeepsTrees(Comparison comparison) {
 *     comparison.metric("map").of("poincare").beats("euclidean");
 *   }
 * }
 * }</pre>
 *
 * <p>Every cell is a test of its own and so is every claim. A claim that the measurements do not
 * bear fails, and its message is a table of them. {@link
 * org.conceptspaces.testkit.comparison.SpaceClaims} lists what can be claimed.
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.testkit.comparison;
