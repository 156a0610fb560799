package org.conceptspaces.taxonomy.source;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The names at the head of a class file (JVM specification, §4.1 and §4.4). Libraries that read
 * class files refuse those of a JDK newer than themselves; this part has not changed since 1.0.
 *
 * @param name the class, as {@code java.util.Map$Entry}
 * @param supers its superclass and interfaces; of an interface, whose superclass is Object in name
 *     only, the interfaces
 */
record ClassHeader(String name, List<String> supers) {

  private static final int INTERFACE = 0x0200;

  static ClassHeader read(InputStream input) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(input));
    in.skipNBytes(8); // magic number and version
    int size = in.readUnsignedShort();
    String[] texts = new String[size];
    int[] classes = new int[size];
    for (int i = 1; i < size; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 7 -> classes[i] = in.readUnsignedShort();
        case 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // a long or double takes two places
        }
        default -> throw new IOException("a constant of unknown kind " + tag);
      }
    }
    boolean isInterface = (in.readUnsignedShort() & INTERFACE) != 0;
    String name = texts[classes[in.readUnsignedShort()]];
    int superclass = in.readUnsignedShort(); // 0 for Object
    List<String> supers = new ArrayList<>();
    if (superclass != 0 && !isInterface) {
      supers.add(dotted(texts[classes[superclass]]));
    }
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      supers.add(dotted(texts[classes[in.readUnsignedShort()]]));
    }
    return new ClassHeader(dotted(name), supers);
  }

  private static String dotted(String internal) {
    return internal.replace('/', '.');
  }
}
