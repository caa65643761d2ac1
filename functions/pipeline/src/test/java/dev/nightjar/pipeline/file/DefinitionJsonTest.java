package dev.nightjar.pipeline.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.pipeline.json.DefinitionDigest;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A definition travels as JSON and is known by its digest. */
final class DefinitionJsonTest {
    private static final Path LOANS = Path.of("../../pipelines/loans.yaml");

    @Test
    void comesBackAsItWent() throws IOException {
        Definition definition = Reading.checked(Files.readString(LOANS), "columns.age.missing=30");
        assertThat(Json.read(Json.bytes(definition), Definition.class)).isEqualTo(definition);
        Definition least = Reading.checked(Reading.LEAST);
        assertThat(Json.read(Json.bytes(least), Definition.class)).isEqualTo(least);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "owner=somebody",
                "purpose=another",
                "data=elsewhere",
                "service.level=low",
                "service.alert=x",
                "training.schedule.cron=0 3 ? * TUE *",
                "scoring.schedule.timezone=UTC",
                "scoring.shards.concurrency=7"
            })
    void keepsItsDigestWhenNoResultChanges(String set) throws IOException {
        assertThat(digest(set)).isEqualTo(digest("pipeline=loans"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pipeline=others",
                "columns.age.range=[0, 99]",
                "training.split.holdout=0.3",
                "gates[0]=auc >= 0.76",
                "seed=2",
                "scoring.shards.target=32MB",
                "scoring.source.window=P2D",
                "limits.badRows=0.1"
            })
    void changesItsDigestWithItsResults(String set) throws IOException {
        assertThat(digest(set)).isNotEqualTo(digest("pipeline=loans"));
    }

    private static String digest(String set) throws IOException {
        return DefinitionDigest.of(Reading.checked(Files.readString(LOANS), set));
    }
}
