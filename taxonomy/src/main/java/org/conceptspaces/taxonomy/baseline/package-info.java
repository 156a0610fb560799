/** What a user would try first: placing texts by words alone, or by the most frequent parent. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.taxonomy.baseline;
