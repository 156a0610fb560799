package org.conceptspaces.cli.report;

import java.util.Map;
import org.conceptspaces.config.Config;
import org.conceptspaces.encoder.experiment.Comparison.Findings;

/**
 * A comparison that has been made, with all that its reports tell.
 *
 * @param name what was compared, for titles
 * @param config the config
 * @param versions versions of what made it, by name
 * @param findings what was found
 * @param summary the findings over seeds
 */
public record Study(
    String name, Config config, Map<String, String> versions, Findings findings, Summary summary) {

  /**
   * Summarises a comparison.
   *
   * @param name what was compared, for titles
   * @param config the config
   * @param versions versions of what made it, by name
   * @param findings what was found, at least one run
   */
  public Study(String name, Config config, Map<String, String> versions, Findings findings) {
    this(name, config, versions, findings, Summary.of(findings));
  }
}
