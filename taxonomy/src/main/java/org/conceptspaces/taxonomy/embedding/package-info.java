/**
 * A point for every node of a hierarchy, in any geometry: the objective of Nickel and Kiela (2017),
 * where to start, and the engines that train.
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.taxonomy.embedding;
