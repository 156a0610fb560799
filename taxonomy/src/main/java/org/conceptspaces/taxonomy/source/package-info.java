/** Where taxonomies come from: WordNet by name, or a user's own files. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.taxonomy.source;
