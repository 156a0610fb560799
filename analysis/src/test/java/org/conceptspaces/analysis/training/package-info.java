@org.jspecify.annotations.NullMarked
package org.conceptspaces.analysis.training;
