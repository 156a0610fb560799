package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.layer.Linear;
import org.conceptspaces.api.numeric.Temporaries;

/** A gated feed-forward layer, {@code out(GELU(a) ⊙ g)} with {@code [a, g] = in(x)}. */
final class FeedForward {

  private final Linear in;
  private final Linear out;

  FeedForward(Scope scope, int hidden, int inner) {
    in = new Linear(scope.in("in"), hidden, 2 * inner);
    out = new Linear(scope.in("out"), inner, hidden);
  }

  NDArray apply(Pass pass, NDArray x) {
    try (Temporaries temporaries = Temporaries.below(pass.manager())) {
      NDArray wide = in.apply(pass, temporaries.use(x));
      NDList halves = wide.split(2, wide.getShape().dimension() - 1);
      NDArray gated = halves.get(0).getNDArrayInternal().gelu().mul(halves.get(1));
      return temporaries.keep(out.apply(pass, gated));
    }
  }
}
