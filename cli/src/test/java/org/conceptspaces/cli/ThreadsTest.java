package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadsTest {

  /** As OpenMP reads it: a number for each level of nesting. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "none",
      value = {
        "1; 1",
        "' 4 '; 4",
        "3,2; 3",
        "none; 2147483647",
        "''; 2147483647",
        "many; 2147483647"
      })
  void theEnvironmentMayAskForFewer(String environment, int expected) {
    assertEquals(expected, Threads.asked(environment));
  }
}
