package org.conceptspaces.taxonomy.source;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The names in a class file up to its members (JVM specification, §4.1, §4.4 to §4.6). Libraries
 * that read class files refuse those of a JDK newer than themselves; this part has not changed
 * since 1.0.
 *
 * @param name the class, as {@code java.util.Map$Entry}
 * @param supers its superclass and interfaces; of an interface, whose superclass is Object in name
 *     only, the interfaces
 * @param members the fields and then the methods that its source declares, in the file's order,
 *     overloads repeated: no inherited ones, no constructors, nothing that the compiler made
 */
record ClassHeader(String name, List<String> supers, List<String> members) {

  private static final int INTERFACE = 0x0200;
  private static final int SYNTHETIC = 0x1000;
  private static final int ENUM = 0x4000;

  /** Written by the compiler into every enum, though not marked so. */
  private static final Set<String> OF_ENUMS = Set.of("values", "valueOf");

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
    int access = in.readUnsignedShort();
    String name = texts[classes[in.readUnsignedShort()]];
    int superclass = in.readUnsignedShort(); // 0 for Object
    List<String> supers = new ArrayList<>();
    if (superclass != 0 && (access & INTERFACE) == 0) {
      supers.add(dotted(texts[classes[superclass]]));
    }
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      supers.add(dotted(texts[classes[in.readUnsignedShort()]]));
    }
    List<String> members = members(in, texts);
    List<String> methods = members(in, texts);
    if ((access & ENUM) != 0) {
      methods.removeAll(OF_ENUMS);
    }
    members.addAll(methods);
    return new ClassHeader(dotted(name), supers, members);
  }

  private static List<String> members(DataInputStream in, String[] texts) throws IOException {
    List<String> names = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      int access = in.readUnsignedShort();
      String name = texts[in.readUnsignedShort()];
      in.skipNBytes(2); // its type
      for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
        in.skipNBytes(2);
        in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
      }
      // <init> and <clinit> are no names of the language
      if ((access & SYNTHETIC) == 0 && !name.startsWith("<")) {
        names.add(name);
      }
    }
    return names;
  }

  private static String dotted(String internal) {
    return internal.replace('/', '.');
  }
}
