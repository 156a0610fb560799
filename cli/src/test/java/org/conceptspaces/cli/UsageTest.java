package org.conceptspaces.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, versions, and what is no command. */
class UsageTest {

  @Test
  void helpListsCommandsAndExitCodes() {
    Ran ran = Ran.concepts("--help");
    assertEquals(Main.DONE, ran.exit());
    assertEquals("", ran.err());
    for (String word : new String[] {"compare", "spaces", "doctor", "--debug", "Exit codes:"}) {
      assertTrue(ran.out().contains(word), ran.out());
    }
  }

  @Test
  void helpOfCompareListsWhatAConfigHolds() {
    Ran ran = Ran.concepts("compare", "--help");
    assertEquals(Main.DONE, ran.exit());
    for (String word :
        new String[] {"--output", "--json", "--plugins", "--device", "heldOut", "learningRate"}) {
      assertTrue(ran.out().contains(word), ran.out());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "compare", "spaces", "doctor"})
  void everyCommandTellsItsVersion(String command) {
    String[] arguments =
        command.isEmpty() ? new String[] {"--version"} : new String[] {command, "--version"};
    Ran ran = Ran.concepts(arguments);
    assertEquals(Main.DONE, ran.exit());
    assertTrue(ran.out().startsWith("concept-spaces "), ran.out());
  }

  @Test
  void noCommand() {
    Ran.concepts()
        .refusedWith(
            "a command is missing: compare, train, encode, place, complete, embed, evaluate, query, analyze, spaces, doctor\nTry 'concepts --help'.");
  }

  @Test
  void unknownCommand() {
    Ran.concepts("knit")
        .refusedWith(
            "unknown command 'knit'; commands: compare, train, encode, place, complete, embed, evaluate, query, analyze, spaces, doctor\nTry 'concepts --help'.");
  }

  @Test
  void unknownOption() {
    Ran.concepts("--frob")
        .refusedWith(
            "unknown option '--frob'; commands: compare, train, encode, place, complete, embed, evaluate, query, analyze, spaces, doctor\nTry 'concepts --help'.");
  }

  @Test
  void configIsMissing() {
    Ran.concepts("compare")
        .refusedWith("Missing required parameter: 'CONFIG'\nTry 'concepts compare --help'.");
  }
}
