/**
 * Metrics of banks of vectors, on plain arrays: what is one number for a bank, by the field's
 * formulas. Nothing here needs an engine; everything seeded is fixed by its seed, bit for bit,
 * whatever the number of threads.
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.analysis.metric;
