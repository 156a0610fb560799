package org.conceptspaces.testkit;

import org.junit.jupiter.api.TestInstance;

/**
 * All laws of a {@link org.conceptspaces.api.ConceptSpace}. Let a test class implement it and say
 * how {@link #space} is built; {@link #plugins()} if it has children.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public interface SpaceContract extends SpaceOutputLaws, SpaceMaskLaws, SpaceTrainingLaws {}
