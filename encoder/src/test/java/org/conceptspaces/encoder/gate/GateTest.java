package org.conceptspaces.encoder.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language of gates: arithmetic with one comparison, and nothing else. */
class GateTest {

  private static final Map<String, Double> VALUES =
      Map.of(
          "effective_rank", 13.0,
          "concepts", 16.0,
          "dimension", 8.0,
          "mlm_loss", 2.1,
          "baseline.mlm_loss", 2.0,
          "parts[1].curvature", 0.5,
          "zero", 0.0,
          "nothing", Double.NaN,
          "endless", Double.POSITIVE_INFINITY);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "effective_rank > 0.8 * concepts        | 13    | 12.8 | true",
        "effective_rank > 0.8*min(concepts, dimension) | 13 | 6.4 | true",
        "mlm_loss <= 1.05 * baseline.mlm_loss   | 2.1   | 2.1  | true",
        "mlm_loss < 1.05 * baseline.mlm_loss    | 2.1   | 2.1  | false",
        "mlm_loss >= 1.05 * baseline.mlm_loss   | 2.1   | 2.1  | true",
        "mlm_loss > 1.05 * baseline.mlm_loss    | 2.1   | 2.1  | false",
        "0.1 + 0.2 <= 0.3                       | 0.3   | 0.3  | true",
        "-(concepts - 2) / 4 < +1               | -3.5  | 1    | true",
        "2 + 3 * 4 - 6 / 4 > 1e1                | 12.5  | 10   | true",
        "max(dimension, concepts, 3) <= .5e2    | 16    | 50   | true",
        "(concepts > 15)                        | 16    | 15   | true",
        "1 <= parts[1].curvature * 2            | 1     | 1    | true"
      })
  void bothSidesAreComputed(String text, double left, double right, boolean passed) {
    assertEquals(new Judgement(left, right, passed, ""), Gate.of(text).judge(VALUES));
  }

  @Test
  void namesAreThoseOfTheText() {
    assertEquals(
        Set.of("mlm_loss", "baseline.mlm_loss", "parts[1].curvature", "baseline.parts[0].x"),
        Gate.of("mlm_loss - parts[1].curvature < max(baseline.mlm_loss, baseline.parts[0].x)")
            .names());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mlm_loss < absent    | absent was not measured, or is no finite number",
        "nothing < 1          | nothing was not measured, or is no finite number",
        "nothing >= 0         | nothing was not measured, or is no finite number",
        "1 < endless          | endless was not measured, or is no finite number",
        "concepts / zero > 1  | Division by zero"
      })
  void withoutANumberItFailsAndSaysSo(String text, String reason) {
    Judgement judgement = Gate.of(text).judge(VALUES);
    assertFalse(judgement.passed());
    assertEquals(reason, judgement.reason());
    assertTrue(Double.isNaN(judgement.left()) && Double.isNaN(judgement.right()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "concepts",
        "concepts + 1",
        "concepts >",
        "> 1",
        "concepts 1 > 2",
        "1 < concepts < 3",
        "(concepts > 1) > 0",
        "min(concepts > 1, 2) > 0",
        "concepts = 16",
        "concepts == 16",
        "concepts != 16",
        "concepts := 16 > 1",
        "concepts > 1 && dimension > 2",
        "concepts > 1 || dimension > 2",
        "!(concepts > 1)",
        "concepts > 1 ? 2 : 3",
        "concepts > 2 ^ 3",
        "concepts % 3 > 1",
        "2 concepts > 1",
        "concepts > '1'",
        "concepts > \"1\"",
        "concepts > 0x10",
        "concepts > 1e9999",
        "concepts > 1.2.3",
        "new Foo() > 1",
        "new(\"java.lang.Object\") > 1",
        "size(concepts) > 1",
        "concepts.size() > 1",
        "empty concepts > 1",
        "sqrt(concepts) > 1",
        "STR_LENGTH(concepts) > 1",
        "random() > 1",
        "while (1 > 0) {}",
        "for (i : concepts) { i > 1 }",
        "#pragma jexl.import java.lang\nconcepts > 1",
        "concepts > 1; dimension > 1",
        "concepts[dimension] > 1",
        "concepts[1.5] > 1",
        "concepts[min(1, 2)] > 1",
        "[1, 2] > concepts",
        "{1: 2} > concepts",
        "(concepts).x() > 1",
        "`concepts` > 1",
        "${concepts} > 1",
        "concepts > 1 // of all",
        "((concepts > 1)",
        "concepts[(1]) > 1",
        "concepts[(1)) > 1",
        "max(concepts dimension) > 1"
      })
  void nothingElseIsUnderstood(String text) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Gate.of(text));
    assertTrue(String.valueOf(e.getMessage()).contains(GateSyntax.WANTS), e.getMessage());
  }

  @Test
  void whatIsLongOrDeepIsRefusedOrRead() {
    String deep = "(".repeat(240) + "concepts" + ")".repeat(240) + " > 1";
    assertTrue(Gate.of(deep).judge(VALUES).passed());
    assertThrows(IllegalArgumentException.class, () -> Gate.of("(" + deep + ")" + " ".repeat(20)));
    String minus = "-".repeat(480) + "concepts > 1";
    assertTrue(Gate.of(minus).judge(VALUES).passed());
    String large = "1e999*".repeat(80) + "concepts > 1";
    assertTrue(Gate.of(large).judge(VALUES).passed());
    assertEquals(List.of("concepts"), List.copyOf(Gate.of(large).names()));
  }

  @Property(tries = 5000, seed = "1")
  void anyTextIsReadOrRefusedInWords(
      @ForAll @StringLength(max = 30) @CharRange(from = ' ', to = '~') String text) {
    check(text);
  }

  @Property(tries = 5000, seed = "2")
  void anyExpressionIsReadOrRefusedInWords(
      @ForAll
          @StringLength(max = 16)
          @net.jqwik.api.constraints.Chars({
            'a', 'b', '1', '0', '.', '+', '-', '*', '/', '(', ')', '<', '>', '=', ',', '[', ']',
            ' ', 'e', 'm', 'i', 'n', 'x', '"'
          })
          String text) {
    check(text + ">1");
  }

  private static void check(String text) {
    Gate gate;
    try {
      gate = Gate.of(text);
    } catch (IllegalArgumentException e) {
      return;
    }
    gate.judge(VALUES);
  }
}
