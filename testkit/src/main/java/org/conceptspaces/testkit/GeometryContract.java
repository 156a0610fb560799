package org.conceptspaces.testkit;

/**
 * All laws of a {@link org.conceptspaces.api.Geometry}. Let a test class implement it and say what
 * {@link #geometry()} is; say its {@link #injectivityRadius()} too if geodesics from a point meet
 * again. Laws that one geometry cannot be held to do not exist: a failing one is a defect.
 *
 * <p>The laws run in float32 and float64, in dimensions 1, 2 and 7, with seeded random points; see
 * {@link GeometryFixture} for what can be changed.
 */
public interface GeometryContract
    extends ProjectionLaws,
        MetricLaws,
        AccuracyLaws,
        PairwiseLaws,
        MapLaws,
        FeatureLaws,
        TransportLaws,
        RiemannianGradientLaws,
        DerivativeLaws,
        CoincidenceLaws,
        MidpointLaws,
        CurvatureLaws,
        OperandLaws,
        HygieneLaws {}
