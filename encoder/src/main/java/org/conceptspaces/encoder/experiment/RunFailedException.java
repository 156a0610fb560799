package org.conceptspaces.encoder.experiment;

/** A run of a comparison broke down. The message names the run; the cause tells what happened. */
public final class RunFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String label;
  private final int seed;

  RunFailedException(String label, int seed, RuntimeException cause) {
    super(label + ", seed " + seed + ": " + reason(cause), cause);
    this.label = label;
    this.seed = seed;
  }

  private static String reason(RuntimeException cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }

  /**
   * The space of the run.
   *
   * @return its label, as tables call it
   */
  public String label() {
    return label;
  }

  /**
   * The seed of the run.
   *
   * @return the seed
   */
  public int seed() {
    return seed;
  }
}
