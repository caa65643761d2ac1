/**
 * The pipeline file: YAML with positions, checked against the published schema and the rules that a
 * schema cannot say, read into a {@link dev.nightjar.core.definition.Definition} with every default
 * written out. The entry is {@link dev.nightjar.pipeline.file.PipelineFile}.
 *
 * <p>In the order of use: {@code YamlReader} makes a {@code Document}, {@code Overrides} change it,
 * {@code SchemaCheck} and the {@code Rule}s collect {@link dev.nightjar.pipeline.file.Problem}s,
 * and {@code DefinitionBuilder} reads what nobody objected to.
 */
@NullMarked
package dev.nightjar.pipeline.file;

import org.jspecify.annotations.NullMarked;
