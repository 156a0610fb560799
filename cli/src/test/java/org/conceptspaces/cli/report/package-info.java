/** Tests of tables and files. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.cli.report;
