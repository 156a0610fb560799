/** Watches the layers of any DJL training. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.analysis.training;
