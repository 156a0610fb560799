/**
 * The numeric ground that every geometry stands on: constants and casts that keep gradients right,
 * and functions that the engine lacks or computes badly.
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.api.numeric;
