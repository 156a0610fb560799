/** How well distances or scores recover a hierarchy: reconstruction and placing under a parent. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.taxonomy.ranking;
