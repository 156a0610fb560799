/** Tests of placing. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.placement;
