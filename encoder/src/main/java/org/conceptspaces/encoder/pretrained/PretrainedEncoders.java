package org.conceptspaces.encoder.pretrained;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.conceptspaces.api.InputException;
import org.conceptspaces.config.Plugins;

/** Finds the pretrained encoders that configs and saved models name. */
public final class PretrainedEncoders {

  /** Where a saved model may carry its encoder along. */
  public static final String BESIDE = "pretrained";

  private final Plugins plugins;

  /**
   * Takes what is installed.
   *
   * @param plugins where loaders are looked for
   */
  public PretrainedEncoders(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * The encoders that come along.
   *
   * @return their names; none if nothing opens encoders
   */
  public List<String> names() {
    return plugins.services(PretrainedLoader.class).stream()
        .flatMap(loader -> loader.names().stream())
        .toList();
  }

  /**
   * Opens the encoder that a config names.
   *
   * @param name a name that is known, or else the path of a folder
   * @param folder where relative paths start
   * @return the encoder; close it when done
   * @throws InputException if there is none, or it cannot be used
   */
  public PretrainedTokens open(String name, Path folder) {
    PretrainedLoader loader = loader("encoder.pretrained = " + name, name);
    return loader.names().contains(name)
        ? loader.open(name)
        : loader.open(path(loader, name, folder));
  }

  /**
   * What a saved model keeps of an encoder's name, so that it can be found from anywhere.
   *
   * @param name as for {@link #open(String, Path)}
   * @param folder where relative paths start
   * @return the name, or an absolute path
   */
  public String kept(String name, Path folder) {
    PretrainedLoader loader = loader("encoder.pretrained = " + name, name);
    return loader.names().contains(name)
        ? name
        : path(loader, name, folder).toAbsolutePath().normalize().toString();
  }

  /**
   * Opens the encoder of a saved model.
   *
   * @param input what the model keeps of it
   * @param model the model's folder; a folder {@value #BESIDE} in it comes before the path
   * @return the encoder; close it when done
   * @throws InputException if it is not there, or is another than that of the model's training
   */
  public PretrainedTokens open(PretrainedInput input, Path model) {
    PretrainedLoader loader = loader("model " + model, input.name());
    Path beside = model.resolve(BESIDE);
    boolean named = loader.names().contains(input.name());
    Path folder = named || Files.isDirectory(beside) ? beside : path(loader, input.name(), model);
    if (!named && !Files.isDirectory(folder)) {
      throw new InputException(
          "model %s: reads states of the encoder in %s, and there is no such folder; copy that folder to %s"
              .formatted(model, input.name(), beside));
    }
    PretrainedTokens encoder = named ? loader.open(input.name()) : loader.open(folder);
    if (!encoder.fingerprint().equals(input.fingerprint())) {
      String found = encoder.fingerprint();
      encoder.close();
      throw new InputException(
          ("model %s: was trained on states of another encoder than %s (fingerprint %s, here %s);"
                  + " give it the files of that one%s")
              .formatted(
                  model,
                  encoder.name(),
                  shortened(input.fingerprint()),
                  shortened(found),
                  named ? ", or this version of the suite's own" : ", in " + beside));
    }
    return encoder;
  }

  private static String shortened(String fingerprint) {
    return fingerprint.substring(0, Math.min(16, fingerprint.length()));
  }

  /** The loader that has an encoder of that name; for folders, the first. */
  private PretrainedLoader loader(String wanting, String name) {
    List<PretrainedLoader> loaders = plugins.services(PretrainedLoader.class);
    if (loaders.isEmpty()) {
      throw new InputException(
          wanting
              + ": nothing installed opens pretrained encoders; put concept-spaces-pretrained on the"
              + " class path, or use encoder.tokens: learned");
    }
    return loaders.stream()
        .filter(loader -> loader.names().contains(name))
        .findFirst()
        .orElse(loaders.get(0));
  }

  private static Path path(PretrainedLoader loader, String name, Path folder) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      throw new InputException(
          "encoder.pretrained = %s: is no path; wants a folder, or one of %s"
              .formatted(InputException.quote(name), loader.names()),
          e);
    }
  }
}
