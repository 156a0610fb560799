/** What is measured on a trained model, and how runs are compared. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.encoder.measure;
