/** What speaks for a candidate parent, as numbers. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.placement.aspect;
