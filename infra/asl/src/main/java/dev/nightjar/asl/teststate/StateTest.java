package dev.nightjar.asl.teststate;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.parse.TaskState;
import dev.nightjar.asl.run.StartRequest;
import dev.nightjar.asl.run.StateTrial;
import dev.nightjar.asl.run.TaskHandler;
import dev.nightjar.asl.run.VirtualClock;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A test of one state alone, with the request and the answer of TestState ("TestState", API
 * reference): the state runs by the engine's own rules, a mock stands in for its work.
 *
 * <pre>{@code
 * StateTestResult result =
 *         StateTest.of(machineText)
 *                 .stateName("Charge")
 *                 .input(order)
 *                 .mock(StateMock.error("CardRefused", "no money"))
 *                 .run();
 * assertThat(result.nextState()).isEqualTo("TellCustomer");
 * }</pre>
 *
 * <p>A retry is told and not waited for. Time is virtual, so a Wait of a year ends at once. Roles
 * are not assumed: {@link #roleArn} is only what the context object shows. Not safe for use by many
 * threads.
 */
public final class StateTest {
    private final String definition;
    private @Nullable String stateName;
    private JsonNode input = JsonNodeFactory.instance.objectNode();
    private ObjectNode variables = JsonNodeFactory.instance.objectNode();
    private InspectionLevel inspectionLevel = InspectionLevel.INFO;
    private StateConfiguration configuration = StateConfiguration.NONE;
    private @Nullable StateMock mock;
    private @Nullable String context;
    private @Nullable String roleArn;
    private @Nullable TaskHandler handler;
    private VirtualClock clock = new VirtualClock();
    private RandomGenerator random = new SplittableRandom(0);

    private StateTest(String definition) {
        this.definition = requireNonNull(definition, "definition is null");
    }

    /** A test of a state, or of a machine whose state {@link #stateName} names. */
    public static StateTest of(String definition) {
        return new StateTest(definition);
    }

    /** Takes the definition as a whole machine, and tests this state of it, at any depth. */
    public StateTest stateName(@Nullable String stateName) {
        this.stateName = stateName;
        return this;
    }

    /** The state's input (default: an empty object). */
    public StateTest input(JsonNode input) {
        this.input = requireNonNull(input, "input is null");
        return this;
    }

    /** The variables that the state sees (default: none). */
    public StateTest variables(ObjectNode variables) {
        this.variables = requireNonNull(variables, "variables is null");
        return this;
    }

    /** How much the answer tells (default: INFO). */
    public StateTest inspectionLevel(InspectionLevel inspectionLevel) {
        this.inspectionLevel = requireNonNull(inspectionLevel, "inspectionLevel is null");
        return this;
    }

    /** What happened before (default: nothing). */
    public StateTest configuration(StateConfiguration configuration) {
        this.configuration = requireNonNull(configuration, "configuration is null");
        return this;
    }

    /** What stands in for the state's work; Map and Parallel need it. */
    public StateTest mock(@Nullable StateMock mock) {
        this.mock = mock;
        return this;
    }

    /** JSON text of the whole context object (default: made up); needs a mock. */
    public StateTest context(@Nullable String context) {
        this.context = context;
        return this;
    }

    /** {@code $states.context.Execution.RoleArn} (default: null). */
    public StateTest roleArn(@Nullable String roleArn) {
        this.roleArn = roleArn;
        return this;
    }

    /** Does the work of a Task without a mock. */
    public StateTest handler(TaskHandler handler) {
        this.handler = requireNonNull(handler, "handler is null");
        return this;
    }

    /** When the test takes place (default: the start of a {@link VirtualClock}). */
    public StateTest at(Instant time) {
        this.clock = new VirtualClock(time);
        return this;
    }

    /** Chance for {@code $random} and {@code $uuid} (default: the same in every test). */
    public StateTest random(RandomGenerator random) {
        this.random = requireNonNull(random, "random is null");
        return this;
    }

    /**
     * Runs the test.
     *
     * @throws StateTestRefusedException when AWS would answer an exception, or the engine does not
     *     implement the state
     */
    public StateTestResult run() throws InterruptedException {
        TestedState tested = TestedState.of(definition, stateName);
        JsonNode result = RequestCheck.check(tested, mock, configuration);
        ObjectNode given = givenContext(tested);
        refuseUnanswered(tested);
        StateTrial.Setting setting =
                new StateTrial.Setting(
                        input,
                        members(variables),
                        given == null ? madeUpContext(tested) : given,
                        given != null,
                        tested.inMap(),
                        standIn(result),
                        mock == null ? handler : itemReader(),
                        earlierRetries(given),
                        configuration.mapIterationFailureCount());
        StartRequest request = StartRequest.here("TestState", "test", input);
        return result(
                tested, new StateTrial(tested.machine(), setting).run(clock, random, request));
    }

    private @Nullable ObjectNode givenContext(TestedState tested) {
        if (context == null) {
            return null;
        }
        if (mock == null) {
            throw StateTestRefusedException.validation(
                    "TestState does not support Context when a mock is not specified.");
        }
        return TestedContext.parse(context, tested.isCallback());
    }

    private void refuseUnanswered(TestedState tested) {
        if (tested.state() instanceof TaskState
                && mock == null
                && (handler == null || tested.isCallback())) {
            throw StateTestRefusedException.validation(
                    "The Task needs a mock" + (tested.isCallback() ? "" : " or a handler"));
        }
    }

    private static Map<String, JsonNode> members(ObjectNode object) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.properties().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
        return members;
    }

    private ObjectNode madeUpContext(TestedState tested) {
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        ObjectNode execution = made.putObject("Execution");
        execution.put("Id", "arn:aws:states:here:000000000000:express:TestState:test");
        execution.set("Input", input);
        execution.put("Name", "test");
        execution.put("RoleArn", roleArn);
        execution.put("StartTime", clock.now().toString());
        ObjectNode machine = made.putObject("StateMachine");
        machine.put("Id", "arn:aws:states:here:000000000000:stateMachine:TestState");
        machine.put("Name", "TestState");
        if (tested.isCallback()) {
            made.putObject("Task").put("Token", Long.toHexString(random.nextLong()));
        }
        return made;
    }

    private StateTrial.@Nullable Mock standIn(@Nullable JsonNode result) {
        if (result != null) {
            return new StateTrial.Mock.Result(result);
        }
        if (mock == null) {
            return null;
        }
        StateMock.ErrorOutput error =
                requireNonNull(mock.errorOutput(), "neither result nor error");
        return new StateTrial.Mock.Failure(error.error(), error.cause());
    }

    /** "Provide the data directly in the input", where there is no data of its own. */
    private TaskHandler itemReader() {
        String data = configuration.mapItemReaderData();
        JsonNode items;
        try {
            items = data == null ? input : JsonMapper.shared().readTree(data);
        } catch (JacksonException _) {
            throw StateTestRefusedException.validation("mapItemReaderData must be valid JSON");
        }
        return _ -> items;
    }

    /** "Retries are exhausted by increasing RetryCount values in your context object." */
    private int earlierRetries(@Nullable ObjectNode given) {
        Integer count = configuration.retrierRetryCount();
        if (count != null) {
            return count;
        }
        return given == null ? 0 : given.path("State").path("RetryCount").asInt(0);
    }

    private StateTestResult result(TestedState tested, StateTrial.Outcome outcome) {
        StateTestStatus status = status(outcome);
        ObjectNode data =
                inspectionLevel == InspectionLevel.INFO
                        ? null
                        : InspectionData.of(tested, input, outcome);
        return new StateTestResult(
                status,
                outcome.output(),
                outcome.error(),
                outcome.cause(),
                outcome.nextState(),
                data);
    }

    private static StateTestStatus status(StateTrial.Outcome outcome) {
        if (outcome.left()) {
            return outcome.catchIndex() == null
                    ? StateTestStatus.SUCCEEDED
                    : StateTestStatus.CAUGHT_ERROR;
        }
        return outcome.backoffSeconds() == null
                ? StateTestStatus.FAILED
                : StateTestStatus.RETRIABLE;
    }
}
