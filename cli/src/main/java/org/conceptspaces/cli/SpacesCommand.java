package org.conceptspaces.cli;

import java.io.PrintWriter;
import org.conceptspaces.config.InstalledPlugin;
import org.conceptspaces.config.OptionTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what configs can name. */
@Command(
    name = "spaces",
    mixinStandardHelpOptions = true,
    versionProvider = SuiteVersion.class,
    description = "Lists the installed concept spaces with their options.")
final class SpacesCommand implements Runnable {

  @Mixin private final PluginOptions plugins = new PluginOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    try (PluginOptions.Loaded loaded = plugins.load()) {
      for (InstalledPlugin plugin : loaded.plugins().list()) {
        OptionTable.lines(plugin).forEach(out::println);
        out.println();
      }
    }
  }
}
