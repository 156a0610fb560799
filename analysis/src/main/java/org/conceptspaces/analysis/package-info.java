/** What a space holds: all metrics of a bank of vectors, and what they mean. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.analysis;
