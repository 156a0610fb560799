package org.conceptspaces.encoder.pretrained;

import java.nio.file.Path;
import java.util.List;

/**
 * Opens pretrained encoders. A service: implementations are listed in {@code META-INF/services}.
 */
public interface PretrainedLoader {

  /**
   * The encoders that come along.
   *
   * @return their names, in lower case; maybe none
   */
  List<String> names();

  /**
   * Opens an encoder that comes along.
   *
   * @param name one of {@link #names}
   * @return the encoder; close it when done
   * @throws org.conceptspaces.api.InputException if it does not work here
   */
  PretrainedTokens open(String name);

  /**
   * Opens a user's encoder.
   *
   * @param folder where its model and tokenizer lie
   * @return the encoder; close it when done
   * @throws org.conceptspaces.api.InputException if the folder holds none that can be used
   */
  PretrainedTokens open(Path folder);
}
