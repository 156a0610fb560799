/** Files of vectors: NumPy, safetensors and word2vec's text, read block by block. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.analysis.source;
