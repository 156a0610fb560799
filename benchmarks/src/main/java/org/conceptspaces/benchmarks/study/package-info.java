/** Studies that a config alone cannot say, and the texts they are made on. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.benchmarks.study;
