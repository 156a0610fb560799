/** Points of any geometry, made fit for metrics of flat vectors. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.analysis.curved;
