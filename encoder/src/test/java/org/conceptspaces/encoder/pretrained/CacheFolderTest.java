package org.conceptspaces.encoder.pretrained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import org.conceptspaces.api.InputException;
import org.junit.jupiter.api.Test;

class CacheFolderTest {

  @Test
  void thePropertyComesBeforeTheVariableBeforeTheUsersFolder() {
    Map<String, String> both = Map.of("CONCEPTS_CACHE_DIR", "named", "XDG_CACHE_HOME", "caches");
    assertEquals(Path.of("given"), CacheFolder.of("given", both, "home"));
    assertEquals(Path.of("named"), CacheFolder.of(null, both, "home"));
    Map<String, String> blank = Map.of("CONCEPTS_CACHE_DIR", " ", "XDG_CACHE_HOME", "caches");
    assertEquals(Path.of("caches", "concepts"), CacheFolder.of(null, blank, "home"));
    assertEquals(Path.of("home", ".cache", "concepts"), CacheFolder.of(null, Map.of(), "home"));
  }

  @Test
  void whatIsNoPathIsRefused() {
    InputException refused =
        assertThrows(
            InputException.class,
            () -> CacheFolder.of(null, Map.of("CONCEPTS_CACHE_DIR", "a\0b"), "home"));
    assertEquals("CONCEPTS_CACHE_DIR = 'a\\u0000b': is no path of a folder", refused.getMessage());
  }
}
