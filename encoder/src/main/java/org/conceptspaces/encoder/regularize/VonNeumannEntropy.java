package org.conceptspaces.encoder.regularize;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.conceptspaces.api.Option;
import org.conceptspaces.api.numeric.Casts;
import org.conceptspaces.api.numeric.Functions;

/**
 * Minus the von Neumann entropy {@code −Σ λ ln λ} of the eigenvalues of {@code ρ = ZᵀZ/N}, rows of
 * {@code Z} being directions of tangents (Kim and others, "VNE: An Effective Method for Improving
 * Deep Representation by Manipulating Eigenvalue Distribution", 2023). The engine has no
 * eigenvalues: they are found on the host, of the smaller of {@code ZᵀZ} and {@code ZZᵀ}, and
 * gradients flow through {@code dS = −tr((ln ρ + 1) dρ)}.
 */
record VonNeumannEntropy(Over over, At at) implements Regularizer {

  private static final Option<String> OVER = Over.ALL.option();

  static final Kind KIND =
      new Kind(
          "vne",
          "minus the von Neumann entropy of directions; can be negative",
          0.01,
          true,
          Watch.below("effective_rank_share", 0.8),
          List.of(OVER, At.OPTION),
          v -> new VonNeumannEntropy(Over.of(v.get(OVER)), At.of(v.get(At.OPTION))));

  @Override
  public Reading read(LevelView level) {
    NDArray weights = level.weights(over);
    NDArray total = weights.sum(new int[] {1});
    NDArray safe = total.add(Functions.isZero(total)).reshape(-1, 1, 1);
    NDArray rows = Groups.directions(level.tangents(over, at)).mul(weights.expandDims(2).sqrt());
    Shape shape = rows.getShape();
    boolean byRows = shape.get(1) <= shape.get(2);
    NDArray density = Groups.gram(byRows ? rows : rows.transpose(0, 2, 1)).div(safe);
    int groups = Math.toIntExact(shape.get(0));
    int size = Math.toIntExact(Math.min(shape.get(1), shape.get(2)));
    Spectra spectra = new Spectra(HostReads.numbers(density), groups, size);
    NDManager manager = rows.getManager();
    NDArray slopes =
        typed(manager.create(spectra.derivatives(), new Shape(groups, size, size)), density);
    NDArray values = typed(manager.create(spectra.entropies()), density);
    // Exactly 0, with the gradient of the matrices.
    NDArray zero = density.sub(density.stopGradient());
    NDArray entropies = zero.mul(slopes).sum(Groups.PAIRS).add(values);
    NDArray judged = Functions.isZero(total).neg().add(1);
    return new Reading(
        Groups.mean(entropies.neg(), judged), Groups.mean(share(values, weights, shape), judged));
  }

  private static NDArray typed(NDArray numbers, NDArray like) {
    return Casts.detached(numbers, like.getDataType());
  }

  /** {@code exp S} over the greatest that it can be. */
  private static NDArray share(NDArray entropies, NDArray weights, Shape shape) {
    NDArray live = Functions.isZero(weights).neg().add(1).sum(new int[] {1});
    NDArray dimensions = live.zerosLike().add(shape.get(2));
    NDArray most = Functions.choose(live.gt(dimensions), dimensions, live);
    return entropies.exp().div(most.add(Functions.isZero(most)));
  }
}
