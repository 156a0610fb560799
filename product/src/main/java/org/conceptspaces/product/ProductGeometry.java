package org.conceptspaces.product;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.numeric.Functions;
import org.conceptspaces.api.numeric.Shapes;
import org.conceptspaces.api.pairs.PairGradients;
import org.conceptspaces.api.pairs.PairKernel;

/**
 * The product of geometries, itself one: a point is a point of each, their coordinates side by
 * side. {@code distance² = Σ distanceᵢ²}, inner products add up, and all else is done part by part,
 * {@link #midpoint} included.
 *
 * <p>Dimensions are dealt out by the parts' {@link Share}s. Points are of {@code FLOAT64} if those
 * of any part are. What parts learn, the product learns.
 */
public final class ProductGeometry implements Geometry, PairGradients {

  private final List<Geometry> factors;
  private final Layout layout;

  /**
   * The product of geometries.
   *
   * @param factors the geometries, at least one
   * @param shares how many dimensions each has, as many
   * @throws IllegalArgumentException if there are none, or not as many shares
   */
  public ProductGeometry(List<? extends Geometry> factors, List<Share> shares) {
    this(List.copyOf(factors), new Layout(new Signature(shares), factors));
    if (factors.size() != shares.size()) {
      throw new IllegalArgumentException(
          "a product wants a share for each geometry, not "
              + shares.size()
              + " for "
              + factors.size());
    }
  }

  private ProductGeometry(List<Geometry> factors, Layout layout) {
    this.factors = factors;
    this.layout = layout;
  }

  private ProductGeometry with(UnaryOperator<Geometry> change) {
    List<Geometry> changed = factors.stream().map(change).toList();
    boolean same =
        IntStream.range(0, factors.size()).allMatch(i -> factors.get(i) == changed.get(i));
    return same ? this : new ProductGeometry(changed, layout);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the parts cannot have so many dimensions in all
   */
  @Override
  public int coordinates(int dimension) {
    return layout.coordinates(dimension);
  }

  @Override
  public DataType type() {
    return factors.stream().anyMatch(g -> g.type() == DataType.FLOAT64)
        ? DataType.FLOAT64
        : DataType.FLOAT32;
  }

  @Override
  public ProductGeometry in(DataType type) {
    return with(g -> g.in(type));
  }

  @Override
  public ProductGeometry bind(Pass pass) {
    return with(g -> g.bind(pass));
  }

  /** The least of its parts. */
  @Override
  public double radius() {
    return least(Geometry::radius);
  }

  /** The least of its parts. */
  @Override
  public double workingRadius() {
    return least(Geometry::workingRadius);
  }

  private double least(ToDoubleFunction<Geometry> length) {
    return factors.stream().mapToDouble(length).min().orElseThrow();
  }

  /** Part by part: a short reach in one leaves the others theirs. */
  @Override
  public NDArray shorten(NDArray features) {
    return each(layout.frames(features), Geometry::shorten);
  }

  @Override
  public NDArray project(NDArray x) {
    return each(layout.points(x), Geometry::project);
  }

  @Override
  public NDArray exp(NDArray x, NDArray v) {
    return join(x, v, Geometry::exp);
  }

  @Override
  public NDArray log(NDArray x, NDArray y) {
    return join(x, y, Geometry::log);
  }

  @Override
  public NDArray translate(NDArray x, NDArray v) {
    return join(layout.points(x), layout.frames(v), Geometry::translate);
  }

  @Override
  public NDArray riemannianGradient(NDArray x, NDArray gradient) {
    return join(x, gradient, Geometry::riemannianGradient);
  }

  @Override
  public NDArray expOrigin(NDArray v) {
    return each(layout.frames(v), Geometry::expOrigin);
  }

  @Override
  public NDArray logOrigin(NDArray x) {
    return each(layout.points(x), Geometry::logOrigin);
  }

  @Override
  public NDArray transport(NDArray x, NDArray y, NDArray v) {
    Shapes.sameCoordinates(x, y, v);
    NDList from = layout.points(x);
    NDList to = layout.points(y);
    NDList tangents = layout.points(v);
    NDList moved = new NDList(factors.size());
    for (int i = 0; i < factors.size(); i++) {
      moved.add(factors.get(i).transport(from.get(i), to.get(i), tangents.get(i)));
    }
    return Layout.join(moved);
  }

  @Override
  public NDArray inner(NDArray x, NDArray u, NDArray v) {
    Shapes.sameCoordinates(x, u, v);
    NDList points = layout.points(x);
    NDList left = layout.points(u);
    NDList right = layout.points(v);
    NDArray sum = factors.get(0).inner(points.get(0), left.get(0), right.get(0));
    for (int i = 1; i < factors.size(); i++) {
      sum = sum.add(factors.get(i).inner(points.get(i), left.get(i), right.get(i)));
    }
    return sum;
  }

  @Override
  public NDArray distance(NDArray x, NDArray y) {
    Shapes.sameCoordinates(x, y);
    return rootOfSquares(layout.points(x), layout.points(y), Geometry::distance);
  }

  /** {@inheritDoc} Each part in its fast form. */
  @Override
  public NDArray distances(NDArray x, NDArray y) {
    Shapes.pairwise(x, y);
    return rootOfSquares(layout.points(x), layout.points(y), Geometry::distances);
  }

  @Override
  public NDArray midpoint(NDArray points, NDArray weights) {
    Shapes.weighted(points, weights);
    return each(layout.points(points), (g, part) -> g.midpoint(part, weights));
  }

  /** If all parts have pairs. */
  @Override
  public boolean hasPairs() {
    return factors.stream().allMatch(factor -> PairGradients.of(factor).isPresent());
  }

  @Override
  public PairKernel pairs(int dimension) {
    int[] dimensions = layout.dimensions(dimension);
    List<PairKernel> parts =
        IntStream.range(0, dimensions.length)
            .mapToObj(i -> pairs(factors.get(i)).pairs(dimensions[i]))
            .toList();
    return parts.size() == 1 ? parts.get(0) : new ProductPairs(parts, dimensions);
  }

  private static PairGradients pairs(Geometry factor) {
    return PairGradients.of(factor)
        .orElseThrow(() -> new IllegalStateException(factor + " has no gradients of pairs"));
  }

  /** What to do with one part. */
  private interface OfOne {
    NDArray apply(Geometry geometry, NDArray part);
  }

  /** What to do with one part of two operands. */
  private interface OfTwo {
    NDArray apply(Geometry geometry, NDArray part, NDArray other);
  }

  private NDArray each(NDList parts, OfOne operation) {
    NDList results = new NDList(factors.size());
    for (int i = 0; i < factors.size(); i++) {
      results.add(operation.apply(factors.get(i), parts.get(i)));
    }
    return Layout.join(results);
  }

  private NDArray join(NDArray x, NDArray other, OfTwo operation) {
    Shapes.sameCoordinates(x, other);
    return join(layout.points(x), layout.points(other), operation);
  }

  private NDArray join(NDList parts, NDList others, OfTwo operation) {
    NDList results = new NDList(factors.size());
    for (int i = 0; i < factors.size(); i++) {
      results.add(operation.apply(factors.get(i), parts.get(i), others.get(i)));
    }
    return Layout.join(results);
  }

  private NDArray rootOfSquares(NDList parts, NDList others, OfTwo distance) {
    NDArray first = distance.apply(factors.get(0), parts.get(0), others.get(0));
    if (factors.size() == 1) {
      return first;
    }
    NDArray sum = first.square();
    for (int i = 1; i < factors.size(); i++) {
      sum = sum.add(distance.apply(factors.get(i), parts.get(i), others.get(i)).square());
    }
    return Functions.sqrt(sum);
  }

  /** Those of the parts, by {@code parts[0].curvature} and so on. */
  @Override
  public Map<String, Double> parameters() {
    Map<String, Double> all = new LinkedHashMap<>();
    for (int i = 0; i < factors.size(); i++) {
      String part = "parts[" + i + "].";
      factors.get(i).parameters().forEach((name, value) -> all.put(part + name, value));
    }
    return all;
  }

  /** Of a single part, its own; otherwise the radius itself, as circles differ by direction. */
  @Override
  public NDArray arealRadius(NDArray radius) {
    return factors.size() == 1 ? factors.get(0).arealRadius(radius) : radius;
  }

  /** 0 if all parts are flat; of a single part, its own. Otherwise it varies with the direction. */
  @Override
  public double sectionalCurvature() {
    if (factors.size() == 1) {
      return factors.get(0).sectionalCurvature();
    }
    boolean flat = factors.stream().allMatch(g -> g.sectionalCurvature() == 0);
    return flat ? 0 : Double.NaN;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProductGeometry that
        && factors.equals(that.factors)
        && layout.signature().equals(that.layout.signature());
  }

  @Override
  public int hashCode() {
    return 31 * factors.hashCode() + layout.signature().hashCode();
  }

  @Override
  public String toString() {
    return IntStream.range(0, factors.size())
        .mapToObj(i -> factors.get(i) + ": " + layout.signature().parts().get(i))
        .collect(Collectors.joining(", ", "Product(", ")"));
  }
}
