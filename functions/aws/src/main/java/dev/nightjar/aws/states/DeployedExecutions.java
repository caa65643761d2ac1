package dev.nightjar.aws.states;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.client.CallFailure;
import dev.nightjar.aws.client.ClientSettings;
import dev.nightjar.core.port.ExecutionEvent;
import dev.nightjar.core.port.Executions;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.MapRunExecutionCounts;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.ValidationException;
import software.amazon.awssdk.services.sfn.paginators.GetExecutionHistoryIterable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Executions of Step Functions: how they stand, what happened in them; starts and redrives them
 * (Step Functions API reference). DescribeExecution lags behind and forgets after 90 days. Safe for
 * use by multiple threads.
 *
 * <p>A failure that passes is thrown as {@link dev.nightjar.core.error.Transient}, another as
 * {@link java.io.UncheckedIOException} that names the action.
 */
public final class DeployedExecutions implements Executions, AutoCloseable {
    private static final int PAGE = 1_000;

    private final SfnClient client;

    /** Executions that the client reaches. */
    public DeployedExecutions(SfnClient client) {
        this.client = requireNonNull(client, "client is null");
    }

    /** Executions of the account and region of the environment, which is the process's. */
    public static DeployedExecutions connect(Map<String, String> environment) {
        return new DeployedExecutions(
                ClientSettings.client(SfnClient.builder(), "SFN", environment));
    }

    /**
     * {@code UNKNOWN} also where the service refuses to tell: an execution of another account
     * cannot be told from one that we may not see.
     */
    @Override
    public State state(String execution) {
        return find(execution)
                .map(found -> found.isAlive() ? State.RUNNING : State.ENDED)
                .orElse(State.UNKNOWN);
    }

    @Override
    public Optional<String> input(String execution) {
        return find(execution).map(DeployedExecution::input);
    }

    /** The execution; empty when it was forgotten, never was, or cannot be asked. */
    public Optional<DeployedExecution> find(String execution) {
        return known(
                "states:DescribeExecution of " + execution,
                () -> described(client.describeExecution(ask -> ask.executionArn(execution))));
    }

    @Override
    public Iterable<ExecutionEvent> newestEvents(String execution) {
        String deed = "states:GetExecutionHistory of " + execution;
        GetExecutionHistoryIterable pages =
                client.getExecutionHistoryPaginator(
                        ask ->
                                ask.executionArn(execution)
                                        .reverseOrder(true)
                                        .includeExecutionData(true)
                                        .maxResults(PAGE));
        return () -> new NewestEvents(pages.iterator(), deed);
    }

    /**
     * All events of the execution, oldest first, each as {@code aws stepfunctions
     * get-execution-history} prints it; none when it is not known.
     */
    public List<JsonNode> history(String execution) {
        return known(
                        "states:GetExecutionHistory of " + execution,
                        () -> {
                            List<JsonNode> events = new ArrayList<>();
                            client.getExecutionHistoryPaginator(
                                            ask -> ask.executionArn(execution).maxResults(PAGE))
                                    .events()
                                    .forEach(event -> events.add(HistoryJson.of(event)));
                            return events;
                        })
                .orElse(List.of());
    }

    /** The Map Runs of the execution's distributed Maps, oldest first. */
    public List<DeployedMapRun> mapRuns(String execution) {
        return known(
                        "states:ListMapRuns of " + execution,
                        () -> {
                            List<DeployedMapRun> runs = new ArrayList<>();
                            client.listMapRunsPaginator(ask -> ask.executionArn(execution))
                                    .mapRuns()
                                    .forEach(run -> runs.add(mapRun(run.mapRunArn())));
                            return List.copyOf(runs.reversed());
                        })
                .orElse(List.of());
    }

    /**
     * Starts an execution.
     *
     * @param machine ARN of the state machine
     * @param name unique within the machine for 90 days; the same again with the same input starts
     *     nothing while the first runs
     * @param input JSON text
     * @return the execution's ARN
     */
    public String start(String machine, String name, String input) {
        return called(
                "states:StartExecution of " + machine,
                () ->
                        client.startExecution(
                                        ask -> ask.stateMachineArn(machine).name(name).input(input))
                                .executionArn());
    }

    /** Has an unsuccessful execution go on where it failed. */
    public RedriveAnswer redrive(String execution) {
        return called(
                "states:RedriveExecution of " + execution,
                () -> {
                    try {
                        return new RedriveAnswer.Redriven(
                                client.redriveExecution(ask -> ask.executionArn(execution))
                                        .redriveDate());
                    } catch (ExecutionNotRedrivableException
                            | ExecutionDoesNotExistException refused) {
                        return new RedriveAnswer.Refused(refused.awsErrorDetails().errorMessage());
                    }
                });
    }

    @Override
    public void close() {
        client.close();
    }

    private DeployedMapRun mapRun(String arn) {
        DescribeMapRunResponse run = client.describeMapRun(ask -> ask.mapRunArn(arn));
        MapRunExecutionCounts counts = run.executionCounts();
        return new DeployedMapRun(
                arn,
                arn.replaceFirst(".*/", "").replaceFirst(":.*", ""),
                run.statusAsString(),
                run.startDate(),
                run.stopDate(),
                run.maxConcurrency(),
                new DeployedMapRun.Counts(
                        counts.total(),
                        counts.pending(),
                        counts.running(),
                        counts.succeeded(),
                        counts.failed(),
                        counts.timedOut(),
                        counts.aborted(),
                        counts.pendingRedrive() == null ? 0 : counts.pendingRedrive()),
                run.redriveCount() == null ? 0 : run.redriveCount(),
                run.redriveDate());
    }

    private static DeployedExecution described(DescribeExecutionResponse found) {
        return new DeployedExecution(
                found.executionArn(),
                found.stateMachineArn(),
                found.name(),
                DeployedExecution.Status.valueOf(found.statusAsString()),
                found.input() == null ? "{}" : found.input(),
                found.output(),
                found.error(),
                found.cause(),
                found.startDate(),
                found.stopDate(),
                found.redriveCount() == null ? 0 : found.redriveCount(),
                found.redriveDate(),
                found.redriveStatusAsString(),
                found.redriveStatusReason());
    }

    /** Empty where the service knows of no such execution, or will not say. */
    private static <T> Optional<T> known(String deed, Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (ExecutionDoesNotExistException
                | InvalidArnException
                | ValidationException unknown) {
            return Optional.empty();
        } catch (SfnException refused) {
            if (CallFailure.isDenied(refused)) {
                return Optional.empty();
            }
            throw CallFailure.of(deed, refused);
        } catch (SdkException failure) {
            throw CallFailure.of(deed, failure);
        }
    }

    private static <T> T called(String deed, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw CallFailure.of(deed, failure);
        }
    }

    /** Fetches the next page when the last is used up; an unknown execution has none. */
    private static final class NewestEvents implements Iterator<ExecutionEvent> {
        private final Iterator<GetExecutionHistoryResponse> pages;
        private final String deed;
        private Iterator<HistoryEvent> page = Collections.emptyIterator();

        NewestEvents(Iterator<GetExecutionHistoryResponse> pages, String deed) {
            this.pages = pages;
            this.deed = deed;
        }

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && pages.hasNext()) {
                Optional<List<HistoryEvent>> fetched = known(deed, () -> pages.next().events());
                if (fetched.isEmpty()) {
                    return false;
                }
                page = fetched.get().iterator();
            }
            return page.hasNext();
        }

        @Override
        public ExecutionEvent next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return HistoryJson.event(HistoryJson.of(page.next()));
        }
    }
}
