/** Which geometry suits which data, on trained points: claims that the measurements bear. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.integration.comparison;
