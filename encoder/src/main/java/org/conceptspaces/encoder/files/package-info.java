/** Files that are whole or not there at all. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.encoder.files;
