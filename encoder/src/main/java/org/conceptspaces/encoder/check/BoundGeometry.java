package org.conceptspaces.encoder.check;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import org.conceptspaces.api.Geometry;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.encoder.network.ModelPass;
import org.conceptspaces.encoder.network.Parameters;

/**
 * A geometry on a device, with what it learns as it is before training.
 *
 * @param manager on the device
 * @param pass the pass that the geometry is bound to
 * @param geometry the bound geometry
 */
record BoundGeometry(NDManager manager, ModelPass pass, Geometry geometry)
    implements AutoCloseable {

  private static final long SEED = 1;

  static BoundGeometry open(Subject subject, Plugins plugins, Device device) {
    NDManager manager = NDManager.newBaseManager(device);
    Parameters parameters = new Parameters();
    Geometry geometry = plugins.create(subject.config(), parameters.in("geometry"));
    parameters.initialize(manager, SEED);
    ModelPass pass = ModelPass.inference(manager);
    return new BoundGeometry(manager, pass, geometry.bind(pass));
  }

  @Override
  public void close() {
    pass.close();
    manager.close();
  }
}
