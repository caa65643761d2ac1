package dev.nightjar.cdk;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.pipeline.file.PipelineFile;
import dev.nightjar.pipeline.file.PipelineFile.Result.Checked;
import dev.nightjar.pipeline.file.PipelineFile.Result.Refused;
import dev.nightjar.pipeline.file.PipelineFolder;
import dev.nightjar.pipeline.file.Problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The pipelines that are deployed: every {@code *.yaml} of one folder. Immutable.
 *
 * @param definitions in the order of their names
 * @param warnings what is worth a look in the files
 */
record PipelineFiles(List<Definition> definitions, List<Problem> warnings) {
    PipelineFiles {
        definitions = List.copyOf(definitions);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads the folder.
     *
     * @param home what problems name the files from
     * @throws NotDeployable with the problems of all files, what a deployment needs included
     */
    static PipelineFiles read(Path home, String folder) {
        Map<String, Definition> definitions = new TreeMap<>();
        List<Problem> warnings = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        for (Path file : files(home, folder)) {
            String shown = folder + "/" + file.getFileName();
            switch (PipelineFile.readForDeploy(shown, bytes(file), List.of())) {
                case Refused refused -> problems.addAll(refused.problems());
                case Checked checked -> {
                    warnings.addAll(checked.warnings());
                    Definition definition = checked.definition();
                    if (definitions.put(definition.pipeline(), definition) != null) {
                        twice.add(
                                shown
                                        + "  error  another file is pipeline '"
                                        + definition.pipeline()
                                        + "' too. Give each its own name");
                    }
                }
            }
        }
        List<String> lines = new ArrayList<>(Problem.lines(problems));
        lines.addAll(twice);
        NotDeployable.ifAny(lines);
        return new PipelineFiles(List.copyOf(definitions.values()), warnings);
    }

    private static List<Path> files(Path home, String folder) {
        List<Path> found = PipelineFolder.files(home.resolve(folder));
        if (found.isEmpty()) {
            throw new NotDeployable(List.of(folder + " holds no pipeline file (*.yaml)"));
        }
        return found;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
