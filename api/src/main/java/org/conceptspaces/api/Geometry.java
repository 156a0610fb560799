package org.conceptspaces.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Map;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Functions;

/**
 * A family of Riemannian manifolds of one kind, one for every dimension: flat space, the Poincaré
 * ball of a given curvature, the sphere.
 *
 * <p><b>Shapes.</b> Every operation is batched over any number of leading axes, written {@code ...}
 * below; the last axis holds coordinates. A manifold of dimension {@code d} has points with {@code
 * D = coordinates(d)} coordinates (the sphere and the Lorentz model need one more than their
 * dimension). Operands broadcast over leading axes. Results live on the device and in the {@link
 * ai.djl.ndarray.NDManager} of the <em>first</em> operand, whose floating type they keep; operands
 * are never changed.
 *
 * <p><b>Gradients.</b> Every operation but {@link #project} and {@link #riemannianGradient} passes
 * exact first derivatives to its operands through the engine's autograd; where a derivative does
 * not exist (distance at coincident points) the gradient is 0, never NaN.
 *
 * <p><b>Tangents at the origin</b> ({@link #expOrigin}, {@link #logOrigin}) are written in an
 * <em>orthonormal</em> frame with {@code d} components, so that the Euclidean norm of {@code v} is
 * the geodesic distance travelled: {@code distance(origin, expOrigin(v)) = ‖v‖} in every geometry.
 * This makes geometries interchangeable in an encoder. (Beware that much of the literature on the
 * Poincaré ball writes {@code exp₀(v) = tanh(‖v‖) v/‖v‖}, which travels {@code 2‖v‖}.) All other
 * tangents are vectors in the coordinates of the point they sit at, {@code D} components.
 *
 * <p>Operations may rely on tangents being tangent. Where coordinates are redundant, as on a
 * sphere, derivatives need only be right along tangents.
 *
 * <p><b>Writing one.</b> Start from the test kit's {@code FlatGeometry} or from the sphere in
 * {@code examples/custom-space}. The package {@link org.conceptspaces.api.numeric} has what the
 * engine lacks: {@link org.conceptspaces.api.numeric.Constants} instead of products and quotients
 * with Java numbers (sums and comparisons with them are safe), {@link
 * org.conceptspaces.api.numeric.Casts} instead of {@code toType}, {@link
 * org.conceptspaces.api.numeric.Functions} for roots and norms without NaN, and {@link
 * org.conceptspaces.api.numeric.Derivative} for a derivative of your own. Clamp with {@code where}:
 * {@code maximum} splits the gradient at a tie. Both floating types must work (no NaN, gradients
 * right, points inside); accuracy far out is asked for in {@link #type()} alone.
 *
 * <p><b>Checks.</b> Operations check shapes, never values: looking at a value would stall the
 * device. NaN and membership are checked where data comes in, and in tests by wrapping a geometry
 * with the test kit's {@code CheckedGeometry}.
 *
 * <p>Instances are immutable and safe for use by several threads. Two instances that behave alike
 * should be equal; {@code toString} names the geometry and its parameters for reports.
 */
public interface Geometry {

  /**
   * The number of coordinates of a point.
   *
   * @param dimension the dimension of the manifold, at least 1
   * @return the length of a point's coordinate axis; {@code dimension} unless overridden
   */
  default int coordinates(int dimension) {
    return dimension;
  }

  /**
   * The floating type that points of this geometry need to be accurate within {@link
   * #workingRadius()}.
   *
   * @return {@link DataType#FLOAT32} unless overridden
   */
  default DataType type() {
    return DataType.FLOAT32;
  }

  /**
   * The same geometry for points of another type, with radii that fit that type. Where attention
   * reads, the encoder asks for {@link DataType#FLOAT32}: the features it reads have no more
   * digits, its arrays are by far the largest, and with half the bytes they take half the time.
   * Concepts themselves are of {@link #type()}.
   *
   * @param type {@code FLOAT32} or {@code FLOAT64}
   * @return a geometry of the type; this geometry itself unless overridden
   */
  default Geometry in(DataType type) {
    return this;
  }

  /**
   * Up to which geodesic length every tangent at the origin is useful. Networks {@link #shorten}
   * what they feed to {@link #expOrigin}: to π/2 on the unit sphere, which keeps away from the cut
   * locus.
   *
   * @return a positive length, possibly infinite
   */
  double radius();

  /**
   * The distance from the origin up to which {@link #distance} is accurate to a relative 1e-6 on
   * the stored coordinates in {@link #type()}.
   *
   * @return a positive length, possibly infinite; {@link #radius()} unless overridden
   */
  default double workingRadius() {
    return radius();
  }

  /**
   * Moves each row that lies outside the manifold (or too close to its boundary to compute with) to
   * a near point inside; leaves the others unchanged, bit for bit. Idempotent. For what comes from
   * elsewhere, and after steps of an optimiser: the other operations yield points inside, but for
   * {@link #exp} along tangents that lead beyond the edge.
   *
   * @param x finite coordinates, {@code [..., D]}
   * @return points, {@code [..., D]}
   */
  NDArray project(NDArray x);

  /**
   * The exponential map: where the geodesic from {@code x} with initial velocity {@code v} is after
   * unit time.
   *
   * <p>Nothing projects what it yields inside a pass, so for the tangents met there it must end
   * inside by itself. A tangent that leads beyond the edge of what can be computed may end outside,
   * or at the edge: the optimisers, whose steps may be of any length, {@link #project} the result.
   *
   * @param x points, {@code [..., D]}
   * @param v tangents at {@code x}, {@code [..., D]}
   * @return points, {@code [..., D]}
   */
  NDArray exp(NDArray x, NDArray v);

  /**
   * The logarithmic map: the tangent at {@code x} that {@link #exp} takes to {@code y}; the inverse
   * of {@code exp} within the injectivity radius.
   *
   * @param x points, {@code [..., D]}
   * @param y points, {@code [..., D]}
   * @return tangents at {@code x}, {@code [..., D]}
   */
  NDArray log(NDArray x, NDArray y);

  /**
   * The geodesic distance, in the form that is accurate at both ends: for points 1e-9 apart as for
   * points at {@link #workingRadius()}.
   *
   * @param x points, {@code [..., D]}
   * @param y points, {@code [..., D]}
   * @return distances, {@code [...]}
   */
  NDArray distance(NDArray x, NDArray y);

  /**
   * The Riemannian inner product.
   *
   * @param x points, {@code [..., D]}
   * @param u tangents at {@code x}, {@code [..., D]}
   * @param v tangents at {@code x}, {@code [..., D]}
   * @return {@code ⟨u, v⟩} at {@code x}, {@code [...]}
   */
  NDArray inner(NDArray x, NDArray u, NDArray v);

  /**
   * Parallel transport along the geodesic from {@code x} to {@code y}; keeps {@link #inner}.
   *
   * @param x points, {@code [..., D]}
   * @param y points, {@code [..., D]}
   * @param v tangents at {@code x}, {@code [..., D]}
   * @return tangents at {@code y}, {@code [..., D]}
   */
  NDArray transport(NDArray x, NDArray y, NDArray v);

  /**
   * Turns the derivative of a function with respect to coordinates into its Riemannian gradient.
   *
   * @param x points, {@code [..., D]}
   * @param gradient partial derivatives with respect to the coordinates of {@code x}, {@code [...,
   *     D]}
   * @return tangents {@code r} at {@code x} with {@code inner(x, r, v) = Σ gradient·v} for every
   *     tangent {@code v}, {@code [..., D]}
   */
  NDArray riemannianGradient(NDArray x, NDArray gradient);

  /**
   * The exponential map at the origin, from an orthonormal frame.
   *
   * @param v components in an orthonormal frame at the origin, {@code [..., d]}
   * @return points at geodesic distance {@code ‖v‖} from the origin, {@code [..., D]}
   */
  NDArray expOrigin(NDArray v);

  /**
   * The logarithmic map at the origin, the inverse of {@link #expOrigin}.
   *
   * @param x points, {@code [..., D]}
   * @return components in the orthonormal frame at the origin, {@code [..., d]}
   */
  NDArray logOrigin(NDArray x);

  /**
   * Moves points by a tangent given at the origin: the exponential map at {@code x} of {@code v}
   * transported there. In flat space this is {@code x + v}, in the Poincaré ball the Möbius
   * addition {@code x ⊕ expOrigin(v)}. Override it where such a closed form exists.
   *
   * @param x points, {@code [..., D]}
   * @param v components in the orthonormal frame at the origin, {@code [..., d]}
   * @return points at geodesic distance {@code ‖v‖} from {@code x}, {@code [..., D]}
   */
  default NDArray translate(NDArray x, NDArray v) {
    // The detour over a point turns components in the frame into coordinates.
    NDArray origin = expOrigin(v.zerosLike());
    NDArray atOrigin = log(origin, expOrigin(v));
    return exp(x, transport(origin, x, atOrigin));
  }

  /**
   * Features of a flat network, no longer than is of use here: rows longer than {@link #radius()}
   * are shortened to it. Override it where the reach differs from direction to direction.
   *
   * @param features components in the orthonormal frame at the origin, {@code [..., d]}
   * @return the same rows, but for those that are too long, {@code [..., d]}
   */
  default NDArray shorten(NDArray features) {
    return Functions.shorten(features, radius());
  }

  /**
   * The points that features of a flat network stand for: {@link #shorten shortened}, then mapped
   * by {@link #expOrigin}. Override it where both can be done at once.
   *
   * @param features components in the orthonormal frame at the origin, float32 or float64, {@code
   *     [..., d]}
   * @return points of {@link #type()}, {@code [..., D]}
   */
  default NDArray embed(NDArray features) {
    return expOrigin(Casts.to(shorten(features), type()));
  }

  /**
   * Weighted midpoints. The notion of midpoint is the geometry's own (arithmetic mean,
   * gyromidpoint, Fréchet mean), but it is symmetric in its points, depends on weights only up to a
   * common factor and returns the point itself when all weight is on one.
   *
   * @param points {@code [..., m, D]}
   * @param weights at least 0, {@code [..., n, m]}; a row without weight gives the origin
   * @return one point for each row of weights, {@code [..., n, D]}
   */
  NDArray midpoint(NDArray points, NDArray weights);

  /**
   * All distances between two sets of points, in the fast form: it may lose digits for close
   * points, where {@link #distance} does not. Override it with a matrix product where one exists:
   * this default broadcasts, which costs {@code n·m·D} numbers of memory.
   *
   * @param x points, {@code [..., n, D]}
   * @param y points, {@code [..., m, D]}
   * @return distances, {@code [..., n, m]}
   */
  default NDArray distances(NDArray x, NDArray y) {
    return distance(x.expandDims(-2), y.expandDims(-3));
  }

  /**
   * How strongly points attract each other; what attention scores are made of.
   *
   * @param x points, {@code [..., n, D]}
   * @param y points, {@code [..., m, D]}
   * @return scores, higher is closer, {@code [..., n, m]}; {@code -distances(x, y)} unless
   *     overridden
   */
  default NDArray affinity(NDArray x, NDArray y) {
    return distances(x, y).neg();
  }

  /**
   * The areal radius of circles: the radius that a flat circle of the same circumference has.
   * {@code sinh(√c r)/√c} in hyperbolic space, {@code sin r} on the unit sphere. Entailment cones
   * are as wide as a length looks that is seen from there.
   *
   * @param radius the circle's own radius, a geodesic distance, at least 0, {@code [...]}
   * @return at least 0, {@code [...]}; the radius itself, as in flat space, unless overridden
   */
  default NDArray arealRadius(NDArray radius) {
    return radius;
  }

  /**
   * This geometry with its learned parameters, curvature say, read for one pass.
   *
   * @param pass the pass whose values and manager to use
   * @return an immutable geometry to compute with during the pass; {@code this} unless the geometry
   *     learns something
   */
  default Geometry bind(Pass pass) {
    return this;
  }

  /**
   * The numbers that make this geometry what it is, for reports: {@code curvature}, say. Reads
   * learned values from the device, so call it between steps, on a bound geometry. One that is not
   * bound has the same names, by which configs ask before anything is trained, and the values that
   * learning begins with.
   *
   * @return numbers by name, in a stable order; empty unless overridden
   */
  default Map<String, Double> parameters() {
    return Map.of();
  }

  /**
   * The sectional curvature, where it is the same in all directions and at all points: negative in
   * hyperbolic space, 0 in flat space, positive on a sphere. Pictures draw hyperbolic spaces as a
   * disk by it. Reads learned values as {@link #parameters()} does.
   *
   * @return the curvature; NaN, if it varies or is not known, unless overridden
   */
  default double sectionalCurvature() {
    return Double.NaN;
  }
}
