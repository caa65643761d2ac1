package dev.nightjar.asl.fault;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.parse.StateMachine;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file of faults, as the package's page shows it. Everything wrong in it is a {@link Problem}
 * with the JSON pointer of its place. Safe for use by many threads.
 */
public final class FaultFile {
    /** {@link Problem#code()}: a field of a fault is missing, unknown, or of a wrong value. */
    public static final String INVALID_FAULT = "INVALID_FAULT";

    /** {@link Problem#code()}: the machine has no such state, or one that calls nobody. */
    public static final String NO_SUCH_TASK = "NO_SUCH_TASK";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private FaultFile() {}

    /**
     * What a file holds.
     *
     * @param faults those that could be read, in the order of the file
     * @param problems of the others
     */
    public record Result(List<Fault> faults, List<Problem> problems) {
        public Result {
            faults = List.copyOf(faults);
            problems = List.copyOf(problems);
        }

        /**
         * The faults of a file without problems.
         *
         * @throws IllegalArgumentException with the problems when there are any
         */
        public List<Fault> faultsOrThrow() {
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(
                        problems.stream()
                                .map(Problem::toString)
                                .collect(
                                        Collectors.joining(
                                                "\n", "the faults have problems:\n", "")));
            }
            return faults;
        }
    }

    /** Reads a file's JSON. Never throws for what is in it. */
    public static Result read(String json) {
        try {
            return of(JSON.readTree(json));
        } catch (JacksonException broken) {
            TokenStreamLocation at = broken.getLocation();
            String place = at == null ? "" : " at " + at.getLineNr() + ":" + at.getColumnNr();
            return refused("The file is not JSON" + place + ": " + broken.getOriginalMessage());
        }
    }

    /** Reads what a file holds, in whatever format it was written. */
    public static Result of(JsonNode file) {
        if (!(file instanceof ObjectNode object)
                || !(object.get("faults") instanceof ArrayNode entries)) {
            return refused("The file has no list 'faults'");
        }
        List<Problem> problems = new ArrayList<>();
        for (String field : object.propertyNames()) {
            if (!field.equals("faults")) {
                problems.add(FaultReader.unknown("", field, List.of("faults")));
            }
        }
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            new FaultReader(entries.get(i), "/faults/" + i, problems).read().ifPresent(faults::add);
        }
        return new Result(faults, problems);
    }

    private static Result refused(String message) {
        String remedy = "Write {\"faults\": [{\"state\": ..., \"fault\": ...}]}.";
        return new Result(List.of(), List.of(Problem.error("", INVALID_FAULT, message, remedy)));
    }

    /**
     * What a machine says of faults: each must name a Task, or a Map with an ItemReader.
     *
     * @param faults all of a file, for the problems point to them by their order
     */
    public static List<Problem> check(List<Fault> faults, StateMachine machine) {
        return new FaultTargets(machine).check(faults);
    }
}
