package org.conceptspaces.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NamesTest {

  @Test
  void textsOfUsersStayOnOneLine() {
    assertEquals("'a\\nb\\u001b[31m\\u2028\\u202e'", Names.quoted("a\nb\u001b[31m\u2028\u202e"));
    assertEquals("'" + "x".repeat(60) + "…'", Names.quoted("x".repeat(61)));
    assertTrue(Names.oneLine("a\r\n   b").equals("a b"));
  }
}
