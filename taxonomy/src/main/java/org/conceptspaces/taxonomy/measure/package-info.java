/** How well points keep distances and depths of a hierarchy, and how far out they lie. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.taxonomy.measure;
