package dev.nightjar.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.aws.StepFunction;
import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.Machine;
import dev.nightjar.pipeline.functions.FunctionEntry;
import dev.nightjar.pipeline.functions.FunctionUse;
import dev.nightjar.pipeline.functions.FunctionsFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

class FunctionsFileTest {
    private static final Set<String> VERBS = Set.of("read", "list", "create", "replace", "put");

    private static FunctionsFile file() {
        return FunctionsFile.read(Home.find().functions());
    }

    static List<FunctionEntry> functions() {
        return List.copyOf(file().functions().values());
    }

    @Test
    void namesExactlyThePlaceholdersOfTheMachines() {
        Set<String> placeholders =
                Arrays.stream(Machine.values())
                        .map(machine -> StateMachineFile.of(Home.find(), machine))
                        .flatMap(machine -> machine.placeholders().stream())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(file().functions().keySet()).containsExactlyInAnyOrderElementsOf(placeholders);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void namesAHandlerThatCanBeWired(FunctionEntry function) throws ReflectiveOperationException {
        Class<?> handler = Class.forName(function.className());

        assertThat(handler).isAssignableTo(StepFunction.class);
        assertThat(handler.getSimpleName()).isEqualTo(function.name());
        assertThat(handler.getConstructor()).isNotNull();
        assertThat(handler.getConstructor(Wiring.class)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void staysWithinWhatLambdaAllows(FunctionEntry function) {
        assertThat(function.archive()).isIn("training", "scoring");
        assertThat(function.timeout()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(15));
        assertThat(function.memory()).isBetween(128, 10240);
        assertThat(function.keys().keySet()).isSubsetOf(VERBS).isNotEmpty();
    }

    @Test
    void onlyBuildBundleSigns() {
        assertThat(
                        functions().stream()
                                .filter(f -> f.uses().contains(FunctionUse.SIGNING_KEY))
                                .map(FunctionEntry::name))
                .containsExactly("BuildBundleFunction");
    }

    @Test
    void aFunctionThatIsNotThereIsNamedWithThoseThatAre() {
        FunctionsFile file =
                FunctionsFile.parse(
                        """
                        AFunction:
                          class: a.AFunction
                          archive: scoring
                          memory: 512
                          timeout: 30
                        """);

        assertThatThrownBy(() -> file.function("BFunction"))
                .hasMessage("functions.yaml has no 'BFunction'; it has [AFunction]");
    }
}
