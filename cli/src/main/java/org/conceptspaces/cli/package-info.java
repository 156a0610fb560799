/** The {@code concepts} command. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.cli;
