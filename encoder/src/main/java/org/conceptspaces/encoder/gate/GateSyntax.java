package org.conceptspaces.encoder.gate;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixPlusOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The language of gates: EvalEx with the operators and functions listed here and no others. What
 * else it can read (texts, tables, hexadecimal digits) is refused when a gate is read.
 */
final class GateSyntax {

  /** What a gate is, for messages. */
  static final String WANTS =
      "wants one comparison of numbers by <, <=, > or >=, such as mlm_loss <= 1.05 *"
          + " baseline.mlm_loss;"
          + " + - * / ( ) min(…) and max(…) may be used";

  /** Longer ones are a mistake; what is nested deeper than this could exhaust the stack. */
  private static final int LONGEST = 500;

  private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=");

  /** Small enough that no power of ten exhausts the memory. */
  private static final Pattern NUMBER =
      Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

  private static final Pattern INDEX = Pattern.compile("\\d{1,5}");

  private static final ExpressionConfiguration CONFIGURATION =
      ExpressionConfiguration.builder()
          .operatorDictionary(operators())
          .functionDictionary(functions())
          .defaultConstants(Map.of())
          .arraysAllowed(true)
          .structuresAllowed(true)
          .binaryAllowed(false)
          .implicitMultiplicationAllowed(false)
          .singleQuoteStringLiteralsAllowed(false)
          .lenientMode(false)
          .build();

  private GateSyntax() {}

  private static OperatorDictionaryIfc operators() {
    OperatorDictionaryIfc operators = new MapBasedOperatorDictionary();
    operators.addOperator("+", new PrefixPlusOperator());
    operators.addOperator("-", new PrefixMinusOperator());
    operators.addOperator("+", new InfixPlusOperator());
    operators.addOperator("-", new InfixMinusOperator());
    operators.addOperator("*", new InfixMultiplicationOperator());
    operators.addOperator("/", new InfixDivisionOperator());
    operators.addOperator("<", new InfixLessOperator());
    operators.addOperator("<=", new InfixLessEqualsOperator());
    operators.addOperator(">", new InfixGreaterOperator());
    operators.addOperator(">=", new InfixGreaterEqualsOperator());
    return operators;
  }

  private static FunctionDictionaryIfc functions() {
    FunctionDictionaryIfc functions = new MapBasedFunctionDictionary();
    functions.addFunction("min", new MinFunction());
    functions.addFunction("max", new MaxFunction());
    return functions;
  }

  /** Both sides, each with every name, {@code baseline.parts[0].curvature} say, as one variable. */
  record Parsed(Expression expression, ASTNode left, String comparison, ASTNode right) {}

  /**
   * Reads a comparison.
   *
   * @param text what is written
   * @return its sides
   * @throws IllegalArgumentException with what is wrong with it, in words
   */
  static Parsed parse(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("wants at most " + LONGEST + " characters");
    }
    Expression expression = new Expression(text, CONFIGURATION);
    try {
      ASTNode root = expression.getAbstractSyntaxTree();
      // The library takes what stands side by side in a function for two parameters.
      if (!isComparison(root) || commas(root) != text.chars().filter(c -> c == ',').count()) {
        throw new IllegalArgumentException(WANTS);
      }
      ASTNode left = side(root.getParameters().get(0));
      ASTNode right = side(root.getParameters().get(1));
      return new Parsed(expression, left, root.getToken().getValue(), right);
    } catch (ParseException e) {
      throw new IllegalArgumentException(
          "%s at character %d; %s".formatted(e.getMessage(), e.getStartPosition(), WANTS), e);
    } catch (NoSuchElementException e) {
      // The library's answer to brackets that cross.
      throw new IllegalArgumentException(WANTS, e);
    }
  }

  /** How many commas its functions want. */
  private static int commas(ASTNode node) {
    int own = node.getToken().getType() == TokenType.FUNCTION ? node.getParameters().size() - 1 : 0;
    return own + node.getParameters().stream().mapToInt(GateSyntax::commas).sum();
  }

  private static boolean isComparison(ASTNode node) {
    return node.getToken().getType() == TokenType.INFIX_OPERATOR
        && COMPARISONS.contains(node.getToken().getValue());
  }

  private static ASTNode side(ASTNode node) {
    Token token = node.getToken();
    return switch (token.getType()) {
      case NUMBER_LITERAL -> {
        if (!NUMBER.matcher(token.getValue()).matches()) {
          throw refused(token);
        }
        yield node;
      }
      case VARIABLE_OR_CONSTANT, STRUCTURE_SEPARATOR, ARRAY_INDEX ->
          new ASTNode(
              new Token(token.getStartPosition(), name(node), TokenType.VARIABLE_OR_CONSTANT));
      case INFIX_OPERATOR, PREFIX_OPERATOR, FUNCTION -> {
        if (isComparison(node)) {
          throw new IllegalArgumentException(WANTS + "; write several gates for several");
        }
        yield new ASTNode(
            token, node.getParameters().stream().map(GateSyntax::side).toArray(ASTNode[]::new));
      }
      default -> throw refused(token);
    };
  }

  /** The name of a metric may have parts and indices: {@code parts[0].curvature}. */
  private static String name(ASTNode node) {
    Token token = node.getToken();
    List<ASTNode> parts = node.getParameters();
    return switch (token.getType()) {
      case VARIABLE_OR_CONSTANT -> token.getValue();
      case STRUCTURE_SEPARATOR -> name(parts.get(0)) + "." + name(parts.get(1));
      case ARRAY_INDEX -> name(parts.get(0)) + "[" + index(parts.get(1).getToken()) + "]";
      default -> throw refused(token);
    };
  }

  private static String index(Token token) {
    if (token.getType() != TokenType.NUMBER_LITERAL || !INDEX.matcher(token.getValue()).matches()) {
      throw refused(token);
    }
    return token.getValue();
  }

  private static IllegalArgumentException refused(Token token) {
    return new IllegalArgumentException(
        "cannot use '%s' at character %d; %s"
            .formatted(token.getValue(), token.getStartPosition(), WANTS));
  }
}
