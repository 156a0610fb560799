package org.conceptspaces.benchmarks;

/** Something whose steps are timed. */
interface Contender {

  /**
   * Makes steps until told to stop.
   *
   * @param gate asked before each step whether to make it
   */
  void run(Gate gate);

  /** Lets one step pass at a time. */
  interface Gate {

    /** Waits until the next step is wanted; false if none is. The time runs from its return. */
    boolean await();
  }
}
