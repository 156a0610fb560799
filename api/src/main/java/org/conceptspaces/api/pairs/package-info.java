/**
 * Single pairs of points on plain arrays: what a geometry may offer beside tensors, so that points
 * of many nodes can be trained one by one by several threads, and ranked, without a device.
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.api.pairs;
