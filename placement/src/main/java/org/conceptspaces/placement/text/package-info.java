/** Names and words of texts. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.placement.text;
