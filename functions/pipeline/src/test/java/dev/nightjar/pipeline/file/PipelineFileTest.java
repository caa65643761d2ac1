package dev.nightjar.pipeline.file;

import static dev.nightjar.pipeline.file.Reading.LEAST;
import static dev.nightjar.pipeline.file.Reading.checked;
import static dev.nightjar.pipeline.file.Reading.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Limits;
import dev.nightjar.core.definition.Missing;
import dev.nightjar.core.definition.Phase;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.definition.Scoring;
import dev.nightjar.core.definition.Service;
import dev.nightjar.core.definition.ServiceLevel;
import dev.nightjar.core.definition.Split;
import dev.nightjar.core.definition.SplitBy;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.definition.TrainerKind;
import dev.nightjar.core.definition.Training;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

final class PipelineFileTest {
    @Test
    void theLeastFileHasEveryDefaultWrittenOut() {
        Definition definition = checked(LEAST);
        assertThat(definition.pipeline()).isEqualTo("loans");
        assertThat(definition.format()).isEqualTo(Format.STANDARD);
        assertThat(definition.limits()).isEqualTo(Limits.STANDARD);
        assertThat(definition.task()).isEqualTo(Task.BINARY);
        assertThat(definition.seed()).isNull();
        assertThat(definition.gates()).isEmpty();
        assertThat(definition.scoring()).isNull();
        assertThat(training(definition).split()).isEqualTo(new Split(0.2, 0.2, SplitBy.ROW, null));
        assertThat(training(definition).objective()).isEqualTo("auc");
        assertThat(training(definition).candidates())
                .extracting(CandidateSettings::toString)
                .containsExactly(
                        "CandidateSettings[trainer=logistic-regression, settings={batch=1.0,"
                                + " epochs=10.0, learningRate=0.2}]",
                        "CandidateSettings[trainer=boosted-trees, settings={depth=6.0, lambda=1.0,"
                                + " learningRate=0.3, minChildWeight=1.0, rounds=100.0,"
                                + " subsample=1.0, threads=2.0}]");
    }

    @Test
    void aPhaseHasThePipelinesServiceLevelUnlessItHasItsOwn() {
        Service service = checked(LEAST, "service={level: high, release: low}").service();
        assertThat(service.level(Phase.TRAIN)).isEqualTo(ServiceLevel.HIGH);
        assertThat(service.level(Phase.RELEASE)).isEqualTo(ServiceLevel.LOW);
        assertThat(service.level(Phase.SERVE)).isEqualTo(ServiceLevel.HIGH);
    }

    @Test
    void aSplitIsByKeyWhereThereIsOne() {
        Definition definition = checked(LEAST, "columns.id.role=key");
        assertThat(training(definition).split().by()).isEqualTo(SplitBy.KEY);
        assertThat(definition.keys()).extracting(Column::type).containsExactly(ColumnType.TEXT);
    }

    @Test
    void oneCandidateNeedsNoValidation() {
        Definition definition = checked(LEAST, "training.candidates=[{ trainer: boosted-trees }]");
        assertThat(training(definition).split().validation()).isZero();
    }

    @Test
    void aRegressionLearnsWithLinearRegressionAndTrees() {
        Training training = training(checked(LEAST, "columns.defaulted.type=decimal"));
        assertThat(training.objective()).isEqualTo("rmse");
        assertThat(training.candidates())
                .extracting(CandidateSettings::trainer)
                .containsExactly(TrainerKind.LINEAR_REGRESSION, TrainerKind.BOOSTED_TREES);
    }

    @Test
    void aGridIsSpannedInTheFilesOrder() {
        Definition definition =
                checked(
                        LEAST,
                        "training.candidates=[{ trainer: boosted-trees, rounds: [100, 200], depth:"
                                + " [4, 6] }, { trainer: logistic-regression, epochs: [5, 10] }]");
        assertThat(training(definition).candidates())
                .extracting(
                        candidate ->
                                candidate.trainer() == TrainerKind.BOOSTED_TREES
                                        ? candidate.setting("rounds")
                                                + "x"
                                                + candidate.setting("depth")
                                        : "epochs " + candidate.setting("epochs"))
                .containsExactly(
                        "100.0x4.0",
                        "100.0x6.0",
                        "200.0x4.0",
                        "200.0x6.0",
                        "epochs 5.0",
                        "epochs 10.0");
    }

    @Test
    void cellsAreTextAsTheyAreWritten() {
        Definition definition =
                checked(
                        LEAST,
                        "columns.defaulted.positive=[1.0, true, yes]",
                        "columns.amount.missing=0.50",
                        "format.missing=NA",
                        "format.header=[amount, purpose, defaulted, 007]");
        assertThat(definition.label().positive()).containsExactly("1.0", "true", "yes");
        assertThat(definition.column("amount").orElseThrow().missing())
                .isEqualTo(new Missing(Missing.Kind.VALUE, "0.50"));
        assertThat(definition.format().missing()).containsExactly("NA");
        assertThat(definition.format().header()).endsWith("007");
    }

    @Test
    void aSourceOverridesSingleKeysOfTheFormat() {
        Definition definition =
                checked(
                        LEAST,
                        "format.separator=;",
                        "format.missing=['?']",
                        "training.source.format.skip=1");
        assertThat(training(definition).source().format())
                .isEqualTo(
                        new Format(
                                ";",
                                List.of(),
                                1,
                                false,
                                List.of("?"),
                                "\"",
                                Format.STANDARD.gzip()));
    }

    @Test
    void sizesAreDecimalOrBinary() {
        Scoring scoring =
                Objects.requireNonNull(
                        checked(LEAST, "scoring.source.path=a.csv", "scoring.shards.target=64MiB")
                                .scoring());
        assertThat(scoring.shards().targetBytes()).isEqualTo(67_108_864);
        assertThat(checked(LEAST, "limits.trainingBytes=1.5GB").limits().trainingBytes())
                .isEqualTo(1_500_000_000);
        assertThat(checked(LEAST, "limits.trainingBytes=1000").limits().trainingBytes())
                .isEqualTo(1000);
    }

    @Test
    void anOverrideFindsColumnsWhoseNamesHoldDots() {
        Definition definition =
                checked(
                        LEAST,
                        "columns.amount={ type: integer }",
                        "gates=[auc > 0.6]",
                        "gates[0]=auc > 0.7");
        assertThat(definition.gates()).containsExactly("auc > 0.7");
        Definition dotted =
                checked(
                        LEAST.replace("amount:", "emp.var.rate:"),
                        "columns.emp.var.rate.type=integer");
        assertThat(dotted.columns().getFirst().type()).isEqualTo(ColumnType.INTEGER);
        assertThat(dotted.columns()).hasSize(3);
    }

    @Test
    void problemsOfOverridesAreShownThere() {
        assertThat(problems(LEAST, "columns.amount.type=int", "gates.0=x", "novalue", "seed=[1"))
                .containsExactly(
                        "--set columns.amount.type  error  unknown type 'int'. Did you mean"
                                + " 'integer'? Known: boolean, integer, decimal, category, date, text",
                        "--set gates.0  error  gates must be a list, not a table of keys. Write it"
                                + " like [\"auc >= 0.75\", \"auc >= champion.auc - 0.002\","
                                + " \"rowsPerSecond >= 20000\"]",
                        "--set novalue  error  this is no key.path=value. Write it like"
                                + " gates[0]='auc >= 0.7'",
                        "--set seed  error  its value cannot be read. Write one value after the"
                                + " '=', in quotes");
    }

    @Test
    void columnNamesAreWhateverTheTableCallsThem() {
        Definition definition = checked(LEAST.replace("amount:", "\"Delta 15 N (o/oo) ~\":"));
        assertThat(definition.features().getFirst().name()).isEqualTo("Delta 15 N (o/oo) ~");
        assertThat(definition.features()).extracting(Column::role).containsOnly(Role.FEATURE);
    }

    @Test
    void aFileWithoutANameNeedsOneInside() {
        PipelineFile.Result result =
                PipelineFile.read(
                        "some/My File.yml",
                        LEAST.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        List.of());
        assertThat(((PipelineFile.Result.Refused) result).problems())
                .extracting(Problem::text)
                .containsExactly(
                        "some/My File.yml:1:1  error  the file's name 'My File' is no pipeline"
                                + " name. Add pipeline: with lower-case letters, digits and"
                                + " hyphens, such as loans");
    }

    @Test
    void bytesThatAreNoTextAreOneProblem() {
        PipelineFile.Result result =
                PipelineFile.read("a.yaml", new byte[] {(byte) 0xC3, 0x28}, List.of());
        assertThat(((PipelineFile.Result.Refused) result).problems())
                .extracting(Problem::text)
                .containsExactly("a.yaml:1:1  error  this is no UTF-8 text. Save it as UTF-8");
    }

    @Test
    void anAliasThatContainsItselfIsOneProblem() {
        assertThat(problems("columns: &a\n  b: *a\n")).hasSize(1);
    }

    @Test
    void aProblemIsOneLineOfJson() {
        PipelineFile.Result result =
                PipelineFile.read(
                        "loans.yaml",
                        (LEAST + "seed: x\n").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        List.of());
        assertThat(((PipelineFile.Result.Refused) result).problems())
                .extracting(Json::text)
                .containsExactly(
                        "{\"file\":\"loans.yaml\",\"line\":7,\"column\":7,\"pointer\":\"/seed\","
                                + "\"severity\":\"ERROR\",\"code\":\"wrong-type\","
                                + "\"message\":\"seed must be a whole number, not the text 'x'\","
                                + "\"remedy\":\"Write it like 7\"}");
    }

    @Test
    void problemsAreAligned() {
        Problem near = new Problem("a", 1, 1, "", Problem.Severity.ERROR, "c", "m", "r");
        Problem far = new Problem("a", 100, 10, "", Problem.Severity.WARNING, "c", "m", "r");
        assertThat(Problem.lines(List.of(near, far)))
                .containsExactly("a:1:1     error  m. r", "a:100:10  warning  m. r");
    }

    private static Training training(Definition definition) {
        return Objects.requireNonNull(definition.training());
    }
}
