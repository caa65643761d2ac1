package dev.nightjar.local.deploy;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.local.aws.Deployment;
import dev.nightjar.pipeline.file.PipelineFile;
import dev.nightjar.pipeline.file.PipelineFolder;
import dev.nightjar.pipeline.file.Problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The pipeline files that a deployment takes: every {@code *.yaml} of its folder, checked as a
 * deployment needs them.
 *
 * @param files from the repository's root
 * @param definitions of those without problems
 * @param problems of all files, warnings too
 */
public record DeployedPipelines(
        List<String> files, List<Definition> definitions, List<Problem> problems) {
    public DeployedPipelines {
        files = List.copyOf(files);
        definitions = List.copyOf(definitions);
        problems = List.copyOf(problems);
    }

    /** Reads the folder; one that is not there holds no files. */
    public static DeployedPipelines read(Path home, Deployment deployment) {
        List<String> files = new ArrayList<>();
        List<Definition> definitions = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : PipelineFolder.files(home.resolve(deployment.pipelines()))) {
            String shown = home.relativize(file).toString();
            files.add(shown);
            switch (PipelineFile.readForDeploy(shown, bytes(file), List.of())) {
                case PipelineFile.Result.Refused refused -> problems.addAll(refused.problems());
                case PipelineFile.Result.Checked checked -> {
                    problems.addAll(checked.warnings());
                    definitions.add(checked.definition());
                }
            }
        }
        return new DeployedPipelines(files, definitions, problems);
    }

    /** How many problems are errors. */
    public long errors() {
        return problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .count();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
