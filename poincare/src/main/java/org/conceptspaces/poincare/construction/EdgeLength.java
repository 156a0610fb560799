package org.conceptspaces.poincare.construction;

/**
 * How long the edges of a tree must be for a distortion (De Sa et al. 2018, after Sarkar 2011).
 * Around each edge lies a cone of half angle β that keeps all that is beyond the edge; cones of the
 * same node are α apart. With θ the least angle between edges, β = θ/2.4 and α = θ − 2β, which in
 * the plane is β = π/(1.2·degree). Edges of {@code −2 ln tan(α/2)} at least keep to their cones,
 * edges of {@code (1 + ε)/ε · (−2 ln tan(β/2))} at least give distances within a factor 1 + ε of
 * the tree's. Cones are round about their axes, so that the same holds in more dimensions.
 */
final class EdgeLength {

  private EdgeLength() {}

  static double of(double separation, double distortion) {
    double beta = separation / 2.4;
    double alpha = separation - 2 * beta;
    double forDistortion = -2 * Math.log(Math.tan(beta / 2));
    double forCones = -2 * Math.log(Math.tan(alpha / 2));
    return Math.max((1 + distortion) / distortion * forDistortion, forCones);
  }
}
