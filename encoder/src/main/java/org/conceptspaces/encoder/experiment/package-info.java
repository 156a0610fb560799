/** Training and measuring one encoder in several spaces, side by side. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.encoder.experiment;
