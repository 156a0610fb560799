package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;

/** Concepts look at tokens, then at each other, then think for themselves. */
final class TrunkLayer {

  private final LayerNorm crossNorm;
  private final FlatAttention cross;
  private final LayerNorm selfNorm;
  private final FlatAttention self;
  private final LayerNorm feedNorm;
  private final FeedForward feed;

  TrunkLayer(Scope scope, int hidden, int heads, int feedForward) {
    crossNorm = new LayerNorm(scope.in("cross-norm"), hidden);
    cross = new FlatAttention(scope.in("cross"), hidden, heads);
    selfNorm = new LayerNorm(scope.in("self-norm"), hidden);
    self = new FlatAttention(scope.in("self"), hidden, heads);
    feedNorm = new LayerNorm(scope.in("feed-norm"), hidden);
    feed = new FeedForward(scope.in("feed"), hidden, feedForward);
  }

  NDArray apply(Pass pass, NDArray concepts, NDArray tokens, NDArray tokenBias, NDArray liveBias) {
    NDArray c = concepts;
    c = c.add(cross.apply(pass, crossNorm.apply(pass, c), tokens, tokenBias));
    NDArray normed = selfNorm.apply(pass, c);
    c = c.add(self.apply(pass, normed, normed, liveBias));
    return c.add(feed.apply(pass, feedNorm.apply(pass, c)));
  }
}
