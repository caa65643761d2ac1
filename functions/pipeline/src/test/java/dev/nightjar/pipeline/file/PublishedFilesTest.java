package dev.nightjar.pipeline.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.nightjar.pipeline.file.PipelineFile.Result.Checked;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The schema, the reference of keys and the example say the same. {@code -Dnightjar.write=true}
 * rewrites.
 */
final class PublishedFilesTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path SCHEMA = ROOT.resolve("pipelines/pipeline.schema.json");
    private static final Path RESOURCE =
            Path.of("src/main/resources/dev/nightjar/pipeline/file/pipeline.schema.json");
    private static final Path REFERENCE = ROOT.resolve("docs/pipeline-file.md");
    private static final boolean WRITE = Boolean.getBoolean("nightjar.write");

    @Test
    void theCodeChecksWithTheSchemaThatIsPublished() throws IOException {
        if (WRITE) {
            Files.writeString(RESOURCE, Files.readString(SCHEMA));
        }
        assertThat(RESOURCE).hasSameTextualContentAs(SCHEMA);
    }

    @Test
    void theSchemaIsASchema() throws IOException {
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var metaSchema =
                registry.getSchema(
                        com.networknt.schema.SchemaLocation.of(
                                SpecificationVersion.DRAFT_2020_12.getDialectId()));
        assertThat(metaSchema.validate(PipelineSchema.published().root())).isEmpty();
        assertThat(Files.size(SCHEMA)).isGreaterThan(1000);
    }

    @Test
    void theReferenceOfKeysIsMadeFromTheSchema() throws IOException {
        String page = Files.readString(REFERENCE);
        String filled = new KeyReference().filled(page);
        if (WRITE) {
            Files.writeString(REFERENCE, filled);
            return;
        }
        assertThat(page)
                .as("run with -Dnightjar.write=true to generate docs/pipeline-file.md anew")
                .isEqualTo(filled);
        assertThat(page).contains("| `trainingBytes` |", "| `minChildWeight` |", "| `macroF1` |");
    }

    @Test
    void everyExampleOfTheReferenceIsAPipelineFile() throws IOException {
        List<String> examples =
                Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(REFERENCE))
                        .results()
                        .map(match -> match.group(1))
                        .toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
        assertThat(examples).allSatisfy(example -> assertChecked("example.yaml", example));
    }

    @Test
    void everyFileUnderPipelinesIsChecked() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("pipelines"))) {
            List<Path> pipelines =
                    files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
            assertThat(pipelines)
                    .extracting(file -> file.getFileName().toString())
                    .contains("loans.yaml");
            for (Path pipeline : pipelines) {
                assertChecked(pipeline.toString(), Files.readString(pipeline));
            }
        }
    }

    private static void assertChecked(String name, String yaml) {
        assertThat(PipelineFile.read(name, yaml.getBytes(StandardCharsets.UTF_8), List.of()))
                .as(name)
                .isInstanceOf(Checked.class);
    }
}
