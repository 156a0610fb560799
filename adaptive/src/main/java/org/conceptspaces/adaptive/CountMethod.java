package org.conceptspaces.adaptive;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.conceptspaces.api.Pass;
import org.conceptspaces.api.Term;
import org.conceptspaces.api.Tokens;

/** Decides, before attention, how many of its slots each text uses. */
interface CountMethod {

  /**
   * Decides.
   *
   * @param pass the pass
   * @param tokens {@code B} texts
   * @return the slots of each text
   */
  Decision decide(Pass pass, Tokens tokens);

  /**
   * The slots that texts use.
   *
   * @param weights from 0 for a dead slot to 1, {@code [B, n]} with {@code n} from 1 to the
   *     greatest number of slots; slots beyond are dead in every text. In inference they fall along
   *     each row; gates that training draws may leave gaps.
   * @param terms what the method learns by
   */
  record Decision(NDArray weights, List<Term> terms) {}
}
