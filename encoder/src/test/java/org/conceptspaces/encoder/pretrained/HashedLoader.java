package org.conceptspaces.encoder.pretrained;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.conceptspaces.api.InputException;

/** Opens {@link HashedEncoder}s: {@code hashed}, and folders whose names decide their states. */
public final class HashedLoader implements PretrainedLoader {

  @Override
  public List<String> names() {
    return List.of(HashedEncoder.NAME);
  }

  @Override
  public PretrainedTokens open(String name) {
    return new HashedEncoder(name);
  }

  @Override
  public PretrainedTokens open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InputException("encoder " + folder + ": there is no such folder");
    }
    return new HashedEncoder(String.valueOf(folder.getFileName()));
  }
}
