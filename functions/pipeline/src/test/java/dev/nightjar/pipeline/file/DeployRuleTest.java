package dev.nightjar.pipeline.file;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.pipeline.file.PipelineFile.Result.Checked;
import dev.nightjar.pipeline.file.PipelineFile.Result.Refused;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What a deployment asks for beyond what a run here needs. */
final class DeployRuleTest {
    private static final String DEPLOYABLE =
            """
            owner: team@example.com
            columns:
              amount:    { type: decimal }
              defaulted: { role: label, type: boolean }
            training:
              source:   { path: "*.csv" }
              schedule: { cron: "0 2 * * ? *" }
            gates: ["auc >= 0.75"]
            service: { level: low }
            """;

    @Test
    void acceptsAFileThatSaysWhenWhoAndHowGood() {
        assertThat(problems(DEPLOYABLE)).isEmpty();
    }

    @Test
    void listsEverythingThatTheLeastFileLacks() {
        assertThat(problems(Reading.LEAST))
                .containsExactly(
                        "loans.yaml:1:1  error  a deployment needs gates. Add gates: [\"auc >="
                                + " 0.75\"]",
                        "loans.yaml:1:1  error  a deployment needs owner. Add owner:"
                                + " somebody@example.com",
                        "loans.yaml:1:1  error  a deployment needs service. Add service: { level:"
                                + " high, alert: a@example.com }",
                        "loans.yaml:5:1  error  a deployment needs training.schedule. Add"
                                + " schedule: { cron: \"0 2 * * ? *\", timezone: Europe/Berlin }");
    }

    @Test
    void leavesAMisspeltKeyToTheOneProblemThatItHas() {
        assertThat(problems(DEPLOYABLE.replace("owner:", "owners:")))
                .containsExactly(
                        "loans.yaml:1:1  error  unknown key 'owners'. Did you mean 'owner'?");
    }

    @Test
    void refusesDataThatNoFunctionCanRead() {
        assertThat(problems(DEPLOYABLE + "data: ../tables\n"))
                .containsExactly(
                        "loans.yaml:10:7  error  deployed functions cannot read data root"
                                + " '../tables'. Write an address such as s3://my-bucket/loans, or"
                                + " remove data: for the stack's bucket");
    }

    @Test
    void acceptsDataInAnotherBucket() {
        assertThat(problems(DEPLOYABLE + "data: s3://tables.example/loans/\n")).isEmpty();
    }

    @Test
    void refusesTheNameOfTheFolderThatHoldsData() {
        assertThat(problems("pipeline: data\n" + DEPLOYABLE))
                .containsExactly(
                        "loans.yaml:1:11  error  a deployed pipeline cannot be called 'data'."
                                + " Choose another name: the bucket keeps the pipelines' data"
                                + " below data/");
    }

    private static List<String> problems(String yaml) {
        List<Problem> problems =
                switch (PipelineFile.readForDeploy("loans.yaml", yaml.getBytes(UTF_8), List.of())) {
                    case Checked checked -> checked.warnings();
                    case Refused refused -> refused.problems();
                };
        return problems.stream().map(Problem::text).toList();
    }
}
