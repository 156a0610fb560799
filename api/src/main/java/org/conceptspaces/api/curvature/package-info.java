/**
 * Curvature as a number or as something learned, for geometries of constant negative curvature: how
 * it is declared, read in a pass, and asked for in configs.
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.api.curvature;
