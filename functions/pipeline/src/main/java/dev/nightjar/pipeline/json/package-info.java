/**
 * All JSON of the product: {@link dev.nightjar.pipeline.json.Json} between records and bytes,
 * {@link dev.nightjar.pipeline.json.CanonicalJson} for everything that is digested or signed, and
 * {@link dev.nightjar.pipeline.json.DefinitionDigest}, by which two runs know that they do the
 * same.
 */
@NullMarked
package dev.nightjar.pipeline.json;

import org.jspecify.annotations.NullMarked;
