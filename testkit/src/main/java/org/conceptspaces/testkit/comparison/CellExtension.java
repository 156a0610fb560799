package org.conceptspaces.testkit.comparison;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** Hands one run of a measurement its cell, and keeps what it recorded if it ends well. */
final class CellExtension implements ParameterResolver, TestWatcher {

  private final CellId id;
  private final Results results;
  private final Cell cell;

  CellExtension(CellId id, Results results) {
    this.id = id;
    this.results = results;
    cell = new Cell(id, results);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Cell.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return cell;
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    results.succeeded(id, cell.recorded());
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    results.failed(id, "failed: " + cause);
  }

  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    results.failed(id, "was aborted: " + cause.getMessage());
  }
}
