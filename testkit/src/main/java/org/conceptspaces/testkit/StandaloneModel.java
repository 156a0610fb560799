package org.conceptspaces.testkit;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conceptspaces.api.Plugin;

/** What the scopes of a {@link StandaloneContext} share. */
final class StandaloneModel {

  private final long seed;
  private final int hidden;
  private final NDManager manager;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, Plugin> plugins = new TreeMap<>();

  StandaloneModel(Device device, long seed, int hidden, List<? extends Plugin> plugins) {
    this.seed = seed;
    this.hidden = hidden;
    this.manager = NDManager.newBaseManager(device);
    register(new FlatProvider());
    plugins.forEach(this::register);
  }

  private void register(Plugin plugin) {
    Plugin before = plugins.putIfAbsent(plugin.name(), plugin);
    if (before != null) {
      throw new IllegalArgumentException(
          "two plugins are named "
              + plugin.name()
              + ": "
              + before.getClass().getName()
              + " and "
              + plugin.getClass().getName());
    }
  }

  Plugin plugin(String name) {
    Plugin plugin = plugins.get(name);
    if (plugin == null) {
      throw new IllegalArgumentException(
          "no space or geometry is named " + name + "; known are " + plugins.keySet());
    }
    return plugin;
  }

  Parameter add(String path, NDArray array) {
    if (parameters.containsKey(path)) {
      throw new IllegalArgumentException("parameter " + path + " is declared twice");
    }
    array.setRequiresGradient(true);
    Parameter parameter = Parameter.builder().setName(path).setType(Parameter.Type.OTHER).build();
    parameter.setArray(array);
    parameters.put(path, parameter);
    return parameter;
  }

  long seed() {
    return seed;
  }

  int hidden() {
    return hidden;
  }

  NDManager manager() {
    return manager;
  }

  Map<String, Parameter> parameters() {
    return parameters;
  }
}
