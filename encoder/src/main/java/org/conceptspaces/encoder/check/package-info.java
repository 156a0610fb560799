/** Whether a device computes what the CPU does, how fast, and whether its memory stays flat. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.encoder.check;
