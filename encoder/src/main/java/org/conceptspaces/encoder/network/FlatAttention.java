package org.conceptspaces.encoder.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Scope;
import org.conceptspaces.api.layer.Linear;
import org.conceptspaces.api.numeric.Constants;
import org.conceptspaces.api.numeric.Temporaries;

/** Scaled dot-product attention with several heads; the same in every concept space. */
final class FlatAttention {

  private final int heads;
  private final double scale;
  private final Linear query;
  private final Linear keyValue;
  private final Linear out;

  FlatAttention(Scope scope, int hidden, int heads) {
    this.heads = heads;
    this.scale = 1 / Math.sqrt((double) hidden / heads);
    query = new Linear(scope.in("query"), hidden, hidden);
    keyValue = new Linear(scope.in("key-value"), hidden, 2 * hidden);
    out = new Linear(scope.in("out"), hidden, hidden);
  }

  /**
   * Attends.
   *
   * @param x queries' states, {@code [B, M, H]}
   * @param memory states attended to, {@code [B, N, H]}
   * @param bias added to scores, broadcast to {@code [B, heads, M, N]}
   * @return {@code [B, M, H]}
   */
  NDArray apply(Pass pass, NDArray x, NDArray memory, NDArray bias) {
    try (Temporaries temporaries = Temporaries.below(pass.manager())) {
      NDArray q = query.apply(pass, temporaries.use(x));
      NDList kv = keyValue.apply(pass, temporaries.use(memory)).split(2, 2);
      NDArray scaled = Heads.split(q.mul(Constants.of(q, scale)), heads);
      NDArray scores =
          scaled.matMul(Heads.split(kv.get(0), heads).transpose(0, 1, 3, 2)).addi(bias);
      NDArray read = scores.softmax(-1).matMul(Heads.split(kv.get(1), heads));
      return temporaries.keep(out.apply(pass, Heads.join(read)));
    }
  }
}
