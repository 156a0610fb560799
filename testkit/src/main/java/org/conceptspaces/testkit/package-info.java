/**
 * Contracts that every geometry, concept space and provider passes, third parties' included, as
 * JUnit 5 interfaces: implement one in a test class, say what is under test, and its laws run.
 *
 * <pre>{@code
 * class SphereTest implements GeometryContract, PeerDefectsContract {
 *   public Geometry geometry() { return new Sphere(); }
 *   public double injectivityRadius() { return Math.PI; }
 * }
 * }</pre>
 *
 * <p>{@link org.conceptspaces.testkit.GeometryContract} and {@link
 * org.conceptspaces.testkit.PeerDefectsContract} are for geometries, {@link
 * org.conceptspaces.testkit.SpaceContract} for concept spaces, {@link
 * org.conceptspaces.testkit.GeometryProviderContract} and {@link
 * org.conceptspaces.testkit.SpaceProviderContract} for what the service loader finds. {@link
 * org.conceptspaces.testkit.CheckedGeometry} wraps a geometry with checks of every operand and
 * result. {@link org.conceptspaces.testkit.StandaloneContext} builds spaces without the encoder.
 * Package {@code org.conceptspaces.testkit.comparison} compares spaces.
 *
 * <p>The engine collects one gradient at a time in a JVM, so the tests of a JVM must not run in
 * parallel (JUnit's default). Put an engine on the test class path, {@code
 * ai.djl.pytorch:pytorch-engine} with its native library.
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.testkit;
