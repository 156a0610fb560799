/** Tests of the command, as a user runs it. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.cli;
