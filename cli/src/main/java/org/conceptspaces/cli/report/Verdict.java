package org.conceptspaces.cli.report;

import org.jspecify.annotations.Nullable;

/**
 * What can be concluded about a question.
 *
 * @param question the question
 * @param outcome what kind of conclusion it is
 * @param text a sentence
 * @param brief the same as part of a longer sentence, in lower case and without a full stop
 * @param winner the label of the space that is clearly ahead of every other, or null
 */
record Verdict(
    Question question, Outcome outcome, String text, String brief, @Nullable String winner) {

  /** Kinds of conclusions. */
  enum Outcome {
    /** A space is clearly ahead of every other. */
    WINS,
    /** None is clearly ahead of all others. */
    UNDECIDED,
    /** Fewer than two spaces were measured. */
    UNMEASURED,
    /** The best baseline is ahead of every space. */
    BASELINE_LEADS,
    /** The best column is ahead of every baseline. */
    SPACE_LEADS
  }
}
