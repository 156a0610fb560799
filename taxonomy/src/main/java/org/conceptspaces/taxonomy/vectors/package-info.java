/** Points of nodes, and the files they are kept in. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.taxonomy.vectors;
