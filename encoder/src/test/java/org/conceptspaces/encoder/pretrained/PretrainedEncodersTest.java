package org.conceptspaces.encoder.pretrained;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.conceptspaces.config.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainedEncodersTest {

  /** A second one, as a jar may bring it. */
  public static final class OtherLoader implements PretrainedLoader {

    @Override
    public List<String> names() {
      return List.of("other");
    }

    @Override
    public PretrainedTokens open(String name) {
      return new HashedEncoder("other's " + name);
    }

    @Override
    public PretrainedTokens open(Path folder) {
      throw new IllegalStateException("folders are for the first loader");
    }
  }

  @TempDir private Path folder = Path.of("");

  @Test
  void eachNameIsOpenedByTheLoaderThatHasIt() throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(PretrainedLoader.class.getName()), OtherLoader.class.getName());
    try (URLClassLoader jars =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, PretrainedEncodersTest.class.getClassLoader())) {
      PretrainedEncoders encoders = new PretrainedEncoders(Plugins.load(jars));
      assertEquals(List.of("hashed", "other"), encoders.names().stream().sorted().toList());
      assertEquals("hashed", opened(encoders, "hashed"));
      assertEquals("other's other", opened(encoders, "other"));
      assertEquals("other", encoders.kept("other", folder));
    }
  }

  private String opened(PretrainedEncoders encoders, String name) {
    try (PretrainedTokens encoder = encoders.open(name, folder)) {
      return encoder.name();
    }
  }
}
