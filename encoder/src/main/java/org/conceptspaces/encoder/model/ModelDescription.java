package org.conceptspaces.encoder.model;

import java.util.List;
import java.util.Map;
import org.conceptspaces.api.SpaceConfig;
import org.conceptspaces.api.Values;
import org.conceptspaces.config.Config;
import org.conceptspaces.config.ConfigReader;
import org.conceptspaces.config.Plugins;
import org.conceptspaces.config.Section;
import org.conceptspaces.encoder.network.ConceptModel;
import org.conceptspaces.encoder.network.EncoderShape;
import org.conceptspaces.encoder.network.TokenInput;
import org.conceptspaces.encoder.pretrained.PretrainedInput;
import org.conceptspaces.encoder.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a model but its weights: what it takes to build it again, and where it comes
 * from.
 *
 * @param shape the encoder's sizes
 * @param space its concept space
 * @param vocabulary its token ids
 * @param seed the seed it was trained with
 * @param configHash the hash of the config that it was trained from
 * @param dataFingerprint the fingerprint of the data that it was trained on
 * @param versions versions of what trained it, by name
 * @param pretrained the pretrained encoder whose states it reads; null if it reads none
 */
public record ModelDescription(
    EncoderShape shape,
    SpaceConfig space,
    Vocabulary vocabulary,
    long seed,
    String configHash,
    String dataFingerprint,
    Map<String, String> versions,
    @Nullable PretrainedInput pretrained) {

  private static final String ENCODER = "encoder";

  /** Copies the map, and refuses a pretrained encoder that is not read, or one missing. */
  public ModelDescription {
    versions = Map.copyOf(versions);
    if (shape.readsStates() != (pretrained != null)) {
      throw new IllegalArgumentException(
          "encoder.tokens: "
              + shape.tokens()
              + (pretrained == null
                  ? " wants a pretrained encoder"
                  : " reads no pretrained encoder"));
    }
  }

  /**
   * Describes a model that learns all it knows of tokens.
   *
   * @param shape the encoder's sizes
   * @param space its concept space
   * @param vocabulary its token ids
   * @param seed the seed it was trained with
   * @param configHash the hash of the config that it was trained from
   * @param dataFingerprint the fingerprint of the data that it was trained on
   * @param versions versions of what trained it, by name
   */
  public ModelDescription(
      EncoderShape shape,
      SpaceConfig space,
      Vocabulary vocabulary,
      long seed,
      String configHash,
      String dataFingerprint,
      Map<String, String> versions) {
    this(shape, space, vocabulary, seed, configHash, dataFingerprint, versions, null);
  }

  /**
   * What the model reads of tokens.
   *
   * @return ids, states, or both
   */
  public TokenInput input() {
    return input(shape, vocabulary, pretrained);
  }

  /**
   * What models of some sizes read of tokens.
   *
   * @param shape the sizes
   * @param vocabulary the token ids
   * @param pretrained the pretrained encoder; null if none is read
   * @return ids, states, or both
   */
  public static TokenInput input(
      EncoderShape shape, Vocabulary vocabulary, @Nullable PretrainedInput pretrained) {
    return pretrained == null
        ? TokenInput.learned(vocabulary.size())
        : new TokenInput(
            vocabulary.size(), shape.learnsTokens(), pretrained.width(), pretrained.told());
  }

  /**
   * Declares the model, without weights.
   *
   * @param plugins what the space's names mean
   * @return a model whose parameters have no arrays yet
   */
  public ConceptModel declare(Plugins plugins) {
    return new ConceptModel(shape, input(), space, plugins);
  }

  /** The part of a model that a config describes, as plain maps. */
  Map<String, Object> configMap() {
    return new Config(
            null,
            Map.of(ENCODER, shape.toValues()),
            Values.of(Map.of()),
            Values.of(Map.of()),
            List.of(0),
            List.of(space))
        .toMap();
  }

  /** Reads what {@link #configMap} gave. */
  static Config readConfig(Map<String, ?> map, Plugins plugins, String source) {
    return new ConfigReader(plugins, List.of(new Section(ENCODER, EncoderShape.OPTIONS)))
        .fromMap(map, source);
  }

  /** The encoder's sizes in a config that {@link #readConfig} read. */
  static EncoderShape shape(Config config) {
    return EncoderShape.of(config.section(ENCODER));
  }
}
