package org.conceptspaces.taxonomy.embedding;

/** Training that left the numbers. */
public final class DivergedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DivergedException(int epoch, String what) {
    super(
        "training diverged in epoch "
            + (epoch + 1)
            + ": "
            + what
            + "; use a lower rate (--option rate=0.1)");
  }
}
