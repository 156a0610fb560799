/** What the tests of the encoder share. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.encoder;
