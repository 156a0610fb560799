/** Results as files and tables. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.cli.report;
