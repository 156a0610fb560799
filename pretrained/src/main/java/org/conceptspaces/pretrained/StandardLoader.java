package org.conceptspaces.pretrained;

import java.nio.file.Path;
import java.util.List;
import org.conceptspaces.encoder.pretrained.PretrainedLoader;
import org.conceptspaces.encoder.pretrained.PretrainedTokens;

/** Opens {@code minilm}, which comes along, and folders of a user's. */
public final class StandardLoader implements PretrainedLoader {

  @Override
  public List<String> names() {
    return List.of(PackagedMiniLm.NAME);
  }

  @Override
  public PretrainedTokens open(String name) {
    if (!name.equals(PackagedMiniLm.NAME)) {
      throw new IllegalArgumentException("no encoder is called " + name + "; known: " + names());
    }
    return PackagedMiniLm.open();
  }

  @Override
  public PretrainedTokens open(Path folder) {
    return EncoderFolder.open(folder);
  }
}
