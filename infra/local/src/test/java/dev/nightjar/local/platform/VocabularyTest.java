package dev.nightjar.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.parse.Flow;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.TaskState;
import dev.nightjar.aws.StepFunction;
import dev.nightjar.core.night.Machine;
import dev.nightjar.pipeline.functions.FunctionsFile;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One word for a state, its step, its handler, its placeholder and its event files. */
class VocabularyTest {
    /** State names must be unique in a machine, so the second Map's task has a name of its own. */
    private static final Map<String, String> ALIASES = Map.of("RescoreShard", "ScoreShard");

    private static final FunctionsFile FUNCTIONS = FunctionsFile.read(Home.find().functions());

    /**
     * A Task state.
     *
     * @param number of its event files: tens, in running order
     */
    record Task(Machine machine, int number, String state, boolean isFunction) {
        String step() {
            return ALIASES.getOrDefault(state, state);
        }

        Path events(String kind) {
            String name = "%d-%s.%s.json".formatted(number, state, kind);
            return Home.find().folder().resolve("events").resolve(machine + "").resolve(name);
        }

        @Override
        public String toString() {
            return machine + " " + state;
        }
    }

    static List<Task> tasks() {
        return Arrays.stream(Machine.values()).flatMap(one -> tasks(one).stream()).toList();
    }

    static List<Task> functions() {
        return tasks().stream().filter(Task::isFunction).toList();
    }

    static List<Task> tasks(Machine machine) {
        List<TaskState> states = new ArrayList<>();
        collect(StateMachineFile.of(Home.find(), machine).filled().flow(), states);
        List<Task> tasks = new ArrayList<>();
        for (TaskState state : states) {
            boolean isFunction = state.resource().equals(InvokeFunction.RESOURCE);
            tasks.add(new Task(machine, 10 * (tasks.size() + 1), state.name(), isFunction));
        }
        return tasks;
    }

    private static void collect(Flow flow, List<TaskState> tasks) {
        for (State state : flow.states().values()) {
            if (state instanceof TaskState task) {
                tasks.add(task);
            }
            state.flows().forEach(inner -> collect(inner, tasks));
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aStateHasAStepAndAHandlerOfItsName(Task task) throws ClassNotFoundException {
        String handler = FUNCTIONS.function(task.step() + "Function").className();
        String step = handler.substring(0, handler.length() - "Function".length());

        assertThat(Class.forName(step).getSimpleName()).isEqualTo(task.step());
        assertThat(Class.forName(handler)).isAssignableTo(StepFunction.class);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aStateCallsThePlaceholderOfItsName(Task task) {
        JsonNode machine = Json.parse(StateMachineFile.of(Home.find(), task.machine()).text());

        assertThat(machine.findValue(task.state()).at("/Arguments/FunctionName").asString())
                .isEqualTo("${" + task.step() + "Function}");
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aStateHasItsEventFiles(Task task) {
        assertThat(task.events("request")).exists();
        assertThat(task.events("response")).exists();
    }

    @Test
    void noEventFileIsWithoutAState() throws IOException {
        Set<Path> known =
                tasks().stream()
                        .flatMap(task -> Stream.of(task.events("request"), task.events("response")))
                        .collect(Collectors.toSet());

        assertThat(files(Home.find().folder().resolve("events"), "glob:**/*.json"))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @Test
    void noHandlerIsWithoutAState() throws IOException {
        Set<String> steps =
                functions().stream()
                        .map(task -> task.step() + "Function")
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> handlers = new TreeSet<>();
        for (String module : List.of("run", "training", "scoring")) {
            Path sources = Home.find().folder().resolve("functions/" + module + "/src/main/java");
            files(sources, "glob:**/*Function.java")
                    .forEach(file -> handlers.add(simpleName(file)));
        }

        assertThat(handlers).isEqualTo(steps);
    }

    @Test
    void everyErrorThatAMachineNamesHasAClass() {
        Pattern ours = Pattern.compile("dev\\.nightjar\\.[\\w.]+");
        for (Machine machine : Machine.values()) {
            String text = StateMachineFile.of(Home.find(), machine).text();
            Set<String> names =
                    ours.matcher(text)
                            .results()
                            .map(match -> match.group())
                            .collect(Collectors.toSet());
            assertThat(names).isNotEmpty().allSatisfy(name -> Class.forName(name));
        }
    }

    private static String simpleName(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    private static List<Path> files(Path folder, String glob) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(folder.getFileSystem().getPathMatcher(glob)::matches).toList();
        }
    }
}
