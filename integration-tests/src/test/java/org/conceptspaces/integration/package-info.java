/** Every space against every job, and the rules of the house. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.integration;
