/** Concept spaces whose texts use as many concepts as they need. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.adaptive;
