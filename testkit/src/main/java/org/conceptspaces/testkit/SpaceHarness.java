package org.conceptspaces.testkit;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.Map;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.SpaceContext;

/**
 * What laws of spaces build a space with: a context, and what it gathered. {@link
 * StandaloneContext} is one; an encoder that wants the laws to run with its own context wraps that.
 */
public interface SpaceHarness extends AutoCloseable {

  /**
   * The context to build the space in.
   *
   * @return the context
   */
  SpaceContext context();

  /**
   * The parameters that were declared through the context, the encoder's own among them.
   *
   * @return parameters by path
   */
  Map<String, Parameter> parameters();

  /**
   * Begins a pass.
   *
   * @param manager the manager of the pass; the caller closes it
   * @param training whether gradients are wanted
   * @return the pass
   */
  Pass pass(NDManager manager, boolean training);

  /** Frees the parameters. */
  @Override
  void close();
}
