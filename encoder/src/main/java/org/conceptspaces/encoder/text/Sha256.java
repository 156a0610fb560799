package org.conceptspaces.encoder.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, by which files and data are told apart. */
public final class Sha256 {

  private Sha256() {}

  /**
   * Begins a digest.
   *
   * @return a new digest
   */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * The digest of some bytes.
   *
   * @param bytes any bytes
   * @return 64 hexadecimal digits, lower case
   */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }
}
