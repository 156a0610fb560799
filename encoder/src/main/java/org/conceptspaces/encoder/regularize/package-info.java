/** What keeps concepts from falling together, in any geometry. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.encoder.regularize;
