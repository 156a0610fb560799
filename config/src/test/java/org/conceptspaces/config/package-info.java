/** Tests of finding plugins and reading configs. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.config;
