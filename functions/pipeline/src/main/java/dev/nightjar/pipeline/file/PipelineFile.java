package dev.nightjar.pipeline.file;

import dev.nightjar.core.definition.Definition;

import java.util.List;
import java.util.stream.Stream;

/**
 * Reads pipeline files: every problem at once, or the definition with every default written out.
 */
public final class PipelineFile {
    /** What became of a file. */
    public sealed interface Result {
        /**
         * The file can be run.
         *
         * @param warnings what is worth a look
         */
        record Checked(Definition definition, List<Problem> warnings) implements Result {
            public Checked {
                warnings = List.copyOf(warnings);
            }
        }

        /**
         * The file cannot be run.
         *
         * @param problems all of them, warnings included, in the file's order
         */
        record Refused(List<Problem> problems) implements Result {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    private static final List<Rule> RULES =
            List.of(
                    new NameRule(),
                    new LabelRule(),
                    new ColumnRule(),
                    new MissingRule(),
                    new FormatRule(),
                    new SourceRule(),
                    new ScheduleRule(),
                    new SplitRule(),
                    new CandidateRule(),
                    new MetricRule(),
                    new LaterRule());

    private PipelineFile() {}

    /**
     * Reads and checks a pipeline file.
     *
     * @param file the name to show in problems; without a {@code pipeline:} key its last part is
     *     the pipeline's name
     * @param yaml the file's bytes, UTF-8
     * @param sets overrides, each {@code key.path=value}
     */
    public static Result read(String file, byte[] yaml, List<String> sets) {
        return read(file, yaml, sets, RULES);
    }

    /**
     * Reads and checks a pipeline file that is to be deployed: beside all that {@link #read} looks
     * at, what is optional on one machine must be there. Problems as there.
     */
    public static Result readForDeploy(String file, byte[] yaml, List<String> sets) {
        List<Rule> rules = Stream.concat(RULES.stream(), Stream.of(new DeployRule())).toList();
        return read(file, yaml, sets, rules);
    }

    private static Result read(String file, byte[] yaml, List<String> sets, List<Rule> rules) {
        Problems problems = new Problems();
        Document document = YamlReader.read(file, yaml, problems);
        if (problems.untouched(Pointer.ROOT) || document.has("/columns")) {
            new Overrides(document, problems).apply(sets);
        }
        boolean readable = !document.root().isEmpty();
        Facts facts = new Facts(document, problems);
        if (readable) {
            new SchemaCheck(document, problems).check();
            rules.forEach(rule -> rule.check(document, facts, problems));
        }
        return problems.hasErrors()
                ? new Result.Refused(problems.sorted())
                : new Result.Checked(DefinitionBuilder.build(document, facts), problems.sorted());
    }
}
