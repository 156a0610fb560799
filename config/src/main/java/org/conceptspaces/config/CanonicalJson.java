package org.conceptspaces.config;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One text for one config, whatever the order of its keys and the JVM that writes it. */
final class CanonicalJson {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final int HEX_BYTES = 8;

  private CanonicalJson() {}

  /** JSON with sorted keys and no spaces. */
  static String of(Object plain) {
    return GSON.toJson(element(plain));
  }

  /** The first 16 hexadecimal digits of the SHA-256 of {@link #of}. */
  static String hash(Object plain) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(of(plain).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HEX_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static JsonElement element(Object plain) {
    if (plain instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, value) -> sorted.put((String) key, value));
      JsonObject object = new JsonObject();
      sorted.forEach((key, value) -> object.add(key, element(value)));
      return object;
    } else if (plain instanceof List<?> list) {
      JsonArray array = new JsonArray();
      list.forEach(item -> array.add(element(item)));
      return array;
    } else if (plain instanceof Boolean flag) {
      return new JsonPrimitive(flag);
    } else if (plain instanceof Double number) {
      // all digits: JVMs differ in how they shorten a double
      return new JsonPrimitive(new BigDecimal(number).stripTrailingZeros());
    } else if (plain instanceof Integer number) {
      return new JsonPrimitive(number);
    }
    return new JsonPrimitive((String) plain);
  }
}
