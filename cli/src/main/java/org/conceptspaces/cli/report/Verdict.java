package org.conceptspaces.cli.report;

import org.jspecify.annotations.Nullable;

/**
 * What can be concluded about a question.
 *
 * @param question the question
 * @param text a sentence
 * @param winner the label of the space that is clearly ahead of every other, or null
 */
record Verdict(Question question, String text, @Nullable String winner) {}
