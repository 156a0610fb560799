package org.conceptspaces.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;

/** The flat model of {@link RealSize}, written down for one shape. */
final class BareModel {

  private static final int H = RealSize.HIDDEN;
  private static final int D = RealSize.DIMENSION;
  private static final int B = RealSize.TEXTS;
  private static final int HEADS = RealSize.HEADS;
  private static final int NARROW = RealSize.TOKEN_DIMENSION;

  private final BareParameters parameters;

  /** Numbers as arrays: see {@code Constants} for what DJL makes of {@code x.mul(3)}. */
  private final NDArray attentionScale;

  private final NDArray tokenScale;
  private final NDArray one;

  BareModel(NDManager manager) {
    parameters = new BareParameters(manager);
    attentionScale = manager.create((float) Math.sqrt((double) HEADS / H));
    tokenScale = manager.create((float) Math.sqrt(NARROW));
    one = manager.create(1f);
    BareParameters p = parameters;
    p.add("tokens", 0, 1 / Math.sqrt(NARROW), RealSize.VOCABULARY, NARROW);
    p.add("positions", 0, 1 / Math.sqrt(NARROW), RealSize.TOKENS, NARROW);
    p.addLinear("widen", NARROW, H);
    p.add("slots", 0, 1, RealSize.CONCEPTS, H);
    for (int layer = 0; layer < RealSize.LAYERS; layer++) {
      for (String kind : new String[] {"cross", "self"}) {
        p.addNorm(kind + layer + ".norm");
        p.addLinear(kind + layer + ".query", H, H);
        p.addLinear(kind + layer + ".key-value", H, 2 * H);
        p.addLinear(kind + layer + ".out", H, H);
      }
      addFeed("feed" + layer, RealSize.FEED_FORWARD);
    }
    p.addNorm("head.norm");
    p.add("prototypes", 0, 0.03, RealSize.CONCEPTS, D);
    p.addLinear("queries", H, HEADS * D);
    p.addLinear("keys", H, HEADS * D);
    p.addLinear("values", H, HEADS * D);
    p.addLinear("moves", H, D);
    p.add("sharpness", 0, 0, HEADS, 1, 1);
    p.addNorm("read.norm");
    p.addLinear("read.queries", H, HEADS * D);
    p.add("read.sharpness", 0, 0, HEADS, 1, 1);
    p.addLinear("read.out", HEADS * D, H);
    addFeed("feed.last", H);
    p.addNorm("narrow.norm");
    p.addLinear("narrow", H, NARROW);
    p.add("vocabulary-bias", 0, 0, RealSize.VOCABULARY);
  }

  private void addFeed(String name, int inner) {
    parameters.addNorm(name + ".norm");
    parameters.addLinear(name + ".in", H, 2 * inner);
    parameters.addLinear(name + ".out", inner, H);
  }

  BareParameters parameters() {
    return parameters;
  }

  /** The mean cross-entropy of hidden tokens; all arguments {@code [B, …]} of int64. */
  NDArray loss(NDArray ids, NDArray at, NDArray hidden, NDArray hiddenAt) {
    NDArray concepts = encode(ids, at).expandDims(1);
    NDArray states = states(hidden.onesLike(), hiddenAt);
    NDArray query = split(parameters.linear("read.queries", parameters.norm("read.norm", states)));
    NDArray read = attention("read.sharpness", query, concepts).matMul(concepts);
    states = states.add(parameters.linear("read.out", join(read)));
    states = states.add(feed("feed.last", states));
    NDArray narrow = parameters.linear("narrow", parameters.norm("narrow.norm", states));
    NDArray logits =
        narrow
            .getNDArrayInternal()
            .linear(narrow, parameters.get("tokens"), parameters.get("vocabulary-bias"))
            .head();
    return logits.logSoftmax(-1).gather(hidden.expandDims(-1), -1).mean().neg();
  }

  /** Concepts, {@code [B, C, D]}. */
  NDArray encode(NDArray ids, NDArray at) {
    NDArray tokens = states(ids, at);
    NDArray concepts =
        tokens.getManager().zeros(new Shape(B, RealSize.CONCEPTS, H)).add(parameters.get("slots"));
    for (int layer = 0; layer < RealSize.LAYERS; layer++) {
      NDArray crossed = parameters.norm("cross" + layer + ".norm", concepts);
      concepts = concepts.add(flat("cross" + layer, crossed, tokens));
      NDArray normed = parameters.norm("self" + layer + ".norm", concepts);
      concepts = concepts.add(flat("self" + layer, normed, normed));
      concepts = concepts.add(feed("feed" + layer, concepts));
    }
    NDArray normed = parameters.norm("head.norm", concepts);
    NDArray query = split(parameters.linear("queries", normed)).add(parameters.get("prototypes"));
    NDArray weights = attention("sharpness", query, split(parameters.linear("keys", tokens)));
    NDArray seen = weights.matMul(split(parameters.linear("values", tokens)));
    return seen.mean(new int[] {1}).add(parameters.linear("moves", normed));
  }

  private NDArray states(NDArray ids, NDArray at) {
    NDArray sum = lookup("tokens", ids).add(lookup("positions", at));
    return parameters.linear("widen", sum.mul(tokenScale));
  }

  private NDArray lookup(String table, NDArray ids) {
    NDArray rows = parameters.get(table);
    return ids.getNDArrayInternal().embedding(ids, rows, SparseFormat.DENSE).head();
  }

  private NDArray flat(String name, NDArray x, NDArray memory) {
    NDArray query = split(parameters.linear(name + ".query", x).mul(attentionScale));
    NDList kv = parameters.linear(name + ".key-value", memory).split(2, 2);
    NDArray scores = query.matMul(split(kv.get(0)).transpose(0, 1, 3, 2));
    NDArray read = scores.softmax(-1).matMul(split(kv.get(1)));
    return parameters.linear(name + ".out", join(read));
  }

  private NDArray attention(String sharpness, NDArray query, NDArray key) {
    NDArray product = query.matMul(key.transpose(0, 1, 3, 2));
    NDArray squares =
        query
            .square()
            .sum(new int[] {-1}, true)
            .add(key.square().sum(new int[] {-1}).expandDims(-2));
    NDArray distance = Activation.relu(squares.sub(product).sub(product)).add(1e-12f).sqrt();
    return distance.neg().mul(parameters.get(sharpness).mul(one).exp()).softmax(-1);
  }

  private NDArray feed(String name, NDArray x) {
    NDArray wide = parameters.linear(name + ".in", parameters.norm(name + ".norm", x));
    NDList halves = wide.split(2, 2);
    NDArray gated = halves.get(0).getNDArrayInternal().gelu().mul(halves.get(1));
    return parameters.linear(name + ".out", gated);
  }

  private static NDArray split(NDArray x) {
    long length = x.getShape().get(1);
    return x.reshape(B, length, HEADS, -1).transpose(0, 2, 1, 3);
  }

  private static NDArray join(NDArray x) {
    return x.transpose(0, 2, 1, 3).reshape(B, x.getShape().get(2), -1);
  }
}
