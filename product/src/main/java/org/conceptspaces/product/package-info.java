/**
 * Products of geometries: a point has a part in each, and the squares of distances add up (Gu et
 * al., "Learning mixed-curvature representations in product spaces", 2019).
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.product;
