/**
 * Optimisers, flat and Riemannian, as DJL {@link ai.djl.training.optimizer.Optimizer}s whose state
 * can be saved and restored bit for bit; the clipping of gradients by their global norm; schedules
 * of the learning rate.
 *
 * <p>No gradient flows through anything in this package: it changes parameters after the gradients
 * are known, and gets them by {@link org.conceptspaces.optim.Autograd}, which several trainings
 * share.
 */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.optim;
