/** What a step costs, side by side with others. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.benchmarks;
