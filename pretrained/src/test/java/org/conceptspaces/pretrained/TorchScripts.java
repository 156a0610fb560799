package org.conceptspaces.pretrained;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Networks in TorchScript, written without PyTorch: an archive of a class and an empty object. */
final class TorchScripts {

  /** Three words, between special tokens. */
  static final String TOKENIZER =
      """
      {"version": "1.0",
       "added_tokens": [
         {"id": 0, "content": "[CLS]", "special": true, "single_word": false, "lstrip": false,
          "rstrip": false, "normalized": false},
         {"id": 1, "content": "[SEP]", "special": true, "single_word": false, "lstrip": false,
          "rstrip": false, "normalized": false}],
       "pre_tokenizer": {"type": "Whitespace"},
       "post_processor": {"type": "TemplateProcessing",
         "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A",
           "type_id": 0}}, {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
         "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
         "special_tokens": {
           "[CLS]": {"id": "[CLS]", "ids": [0], "tokens": ["[CLS]"]},
           "[SEP]": {"id": "[SEP]", "ids": [1], "tokens": ["[SEP]"]}}},
       "model": {"type": "WordLevel", "unk_token": "b",
         "vocab": {"[CLS]": 0, "[SEP]": 1, "a": 2, "b": 3, "c": 4}}}
      """;

  private TorchScripts() {}

  /** Writes a network; its {@code forward} has the given parameters and lines. */
  static void write(Path file, String parameters, String... lines) throws IOException {
    StringBuilder code =
        new StringBuilder("class M(Module):\n  __parameters__ = []\n  __buffers__ = []\n")
            .append("  training : bool\n  def forward(self: __torch__.M")
            .append(parameters)
            .append(":\n");
    for (String line : lines) {
      code.append("    ").append(line).append('\n');
    }
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    object.write(new byte[] {(byte) 0x80, 2});
    object.write("c__torch__\nM\n)".getBytes(UTF_8));
    object.write(0x81);
    object.write("}(X".getBytes(UTF_8));
    object.write(new byte[] {8, 0, 0, 0});
    object.write("training".getBytes(UTF_8));
    object.write(0x89);
    object.write("ub.".getBytes(UTF_8));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setMethod(ZipOutputStream.STORED);
      add(zip, "m/version", "3\n".getBytes(UTF_8));
      add(zip, "m/data.pkl", object.toByteArray());
      add(zip, "m/code/__torch__.py", code.toString().getBytes(UTF_8));
      add(zip, "m/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
    }
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
