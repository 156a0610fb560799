package org.conceptspaces.encoder.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Arrays to be written as safetensors. To write one from a GPU, the engine copies it to the host
 * and leaves the copy to the array's manager; with the arrays themselves, each checkpoint would
 * hence keep a copy of the model until the training ends.
 */
final class NamedArrays implements AutoCloseable {

  private final NDList aliases = new NDList();
  private final List<NDManager> managers = new ArrayList<>();

  /** Adds an array, which must stay open until this is closed. */
  void add(String name, NDArray array) {
    NDManager own = array.getManager().newSubManager();
    managers.add(own);
    NDArray alias = array.stopGradient();
    alias.attach(own);
    alias.setName(name);
    aliases.add(alias);
  }

  void write(OutputStream out) throws IOException {
    aliases.encode(out, NDList.Encoding.SAFETENSORS);
  }

  @Override
  public void close() {
    managers.forEach(NDManager::close);
  }
}
