/**
 * The plugin API of Concept Spaces. A jar extends the suite with a {@link
 * org.conceptspaces.api.GeometryProvider geometry} (the encoder then makes concept spaces of it) or
 * with a {@link org.conceptspaces.api.SpaceProvider concept space} of its own making.
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.api;
