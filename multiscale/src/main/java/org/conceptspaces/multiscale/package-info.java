/**
 * Concepts at several scales: levels from fine to coarse, a space each, of which every coarse part
 * decodes alone; and dimensions within dimensions, of which every first part does.
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.multiscale;
