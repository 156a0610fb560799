package org.conceptspaces.encoder.gate;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token.TokenType;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * One comparison that the numbers of a run must pass, such as {@code
 * effective_rank_share_per_sample > 0.8}. Numbers are compared as their shortest decimals, with 68
 * digits in between, so that {@code 0.1 * 3 <= 0.3} holds.
 */
public final class Gate {

  /** Follows the name of what has no number. */
  public static final String UNMEASURED = " was not measured, or is no finite number";

  private final String text;
  private final GateSyntax.Parsed parsed;
  private final Set<String> names = new LinkedHashSet<>();

  private Gate(String text, GateSyntax.Parsed parsed) {
    this.text = text;
    this.parsed = parsed;
    gather(parsed.left());
    gather(parsed.right());
  }

  private void gather(ASTNode node) {
    if (node.getToken().getType() == TokenType.VARIABLE_OR_CONSTANT) {
      names.add(node.getToken().getValue());
    }
    node.getParameters().forEach(this::gather);
  }

  /**
   * Reads a gate.
   *
   * @param text two sides of numbers, names, {@code + - * /}, parentheses, {@code min} and {@code
   *     max}, with {@code <}, {@code <=}, {@code >} or {@code >=} between them
   * @return the gate
   * @throws IllegalArgumentException with what is wrong with it, in words
   */
  public static Gate of(String text) {
    return new Gate(text, GateSyntax.parse(text));
  }

  /**
   * The gate as it was written.
   *
   * @return the text that was read
   */
  public String text() {
    return text;
  }

  /**
   * What it asks for.
   *
   * @return names, {@code baseline.mlm_loss} among them, in the order of the text
   */
  public Set<String> names() {
    return Collections.unmodifiableSet(names);
  }

  /**
   * How it compares its sides.
   *
   * @return {@code <}, {@code <=}, {@code >} or {@code >=}
   */
  public String comparison() {
    return parsed.comparison();
  }

  /**
   * Judges numbers.
   *
   * @param values the numbers by name, all of {@link #names()}
   * @return both sides, and whether they compare as they should; a failure with its reason if a
   *     number is none, or divided by 0
   */
  public Judgement judge(Map<String, Double> values) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    for (String name : names) {
      double value = values.getOrDefault(name, Double.NaN);
      if (!Double.isFinite(value)) {
        return Judgement.without(name + UNMEASURED);
      }
      numbers.put(name, BigDecimal.valueOf(value));
    }
    try {
      Expression expression = parsed.expression().copy().withValues(numbers);
      BigDecimal left = expression.evaluateSubtree(parsed.left()).getNumberValue();
      BigDecimal right = expression.evaluateSubtree(parsed.right()).getNumberValue();
      return new Judgement(left.doubleValue(), right.doubleValue(), holds(left, right), "");
    } catch (BaseException | ArithmeticException e) {
      return Judgement.without(String.valueOf(e.getMessage()));
    }
  }

  private boolean holds(BigDecimal left, BigDecimal right) {
    int order = left.compareTo(right);
    return switch (parsed.comparison()) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> throw new IllegalStateException("no comparison: " + parsed.comparison());
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
