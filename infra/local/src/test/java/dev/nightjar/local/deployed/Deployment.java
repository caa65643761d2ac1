package dev.nightjar.local.deployed;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.s3.S3Clients;
import dev.nightjar.aws.s3.S3Store;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.Move;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.local.CommandRun;
import dev.nightjar.run.Records;
import dev.nightjar.run.Serving;
import dev.nightjar.run.ServingPointer;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** The deployed pipeline with all that a test asks of it. Safe for use by multiple threads. */
final class Deployment {
    private static final String RECORD_FAILURE = "RecordFailure";

    private final DeployedStack stack;
    private final NightData data;
    private final Map<String, String> environment;
    private final ObjectStore store;
    private final SfnClient states;
    private final SchedulerClient schedules;
    private final S3Relay relay;
    private final FunctionLog failureLog;
    private final Announcements announcements;
    private @Nullable FirstNight firstNight;

    Deployment(Emulator emulator, DeployedStack stack, NightData data) {
        requireNonNull(emulator, "emulator is null");
        this.stack = requireNonNull(stack, "stack is null");
        this.data = requireNonNull(data, "data is null");
        this.environment = emulator.environment();
        this.store = S3Store.at(address(), emulator.client(S3Clients.builder(environment)));
        this.states = emulator.client(SfnClient.builder());
        this.schedules = emulator.client(SchedulerClient.builder());
        this.relay = emulator.relay();
        this.failureLog =
                new FunctionLog(
                        emulator.client(CloudWatchLogsClient.builder()),
                        stack.ending("AWS::Lambda::Function", "-" + RECORD_FAILURE));
        this.announcements = Announcements.of(emulator, stack.all("AWS::SNS::Topic"));
    }

    /** The store as a person names it: {@code s3://BUCKET}. */
    String address() {
        return "s3://" + stack.only("AWS::S3::Bucket");
    }

    /** What a person types at another machine, on the store of the deployment. */
    CommandRun command(String... arguments) {
        String[] words = Arrays.copyOf(arguments, arguments.length + 2);
        words[arguments.length] = "--store";
        words[arguments.length + 1] = address();
        return CommandRun.in(data.folder(), environment, words);
    }

    /** What the tests' rows are made from, and the copy of them that stands here. */
    NightData data() {
        return data;
    }

    /** The store in the bucket, spoken to past the relay. */
    ObjectStore store() {
        return store;
    }

    /** Puts the object of the data root where the deployed pipeline finds it. */
    void upload(String key) {
        try {
            put(key, Files.readAllBytes(data.root().resolve(key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the object there as a gzip file that was cut while it was written. */
    void uploadCutGzip(String key) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(whole)) {
            Files.copy(data.root().resolve(key), gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        put(key, Arrays.copyOf(whole.toByteArray(), whole.size() / 2));
    }

    private void put(String key, byte[] bytes) {
        store.put("data/" + NightData.PIPELINE + "/" + key, Content.of(bytes));
    }

    /** Makes the objects of a day and puts them where the deployed pipeline finds them. */
    void uploadApplications(LocalDate date) {
        for (int i = 1; i <= NightData.OBJECTS; i++) {
            upload(data.application(date, i));
        }
    }

    /** The night that every other one builds on: a model is released, a day is scored. */
    synchronized FirstNight firstNight() {
        if (firstNight == null) {
            upload(data.training(FirstNight.DATE.minusDays(1)));
            uploadApplications(FirstNight.DATE);
            firstNight =
                    new FirstNight(
                            night(Machine.TRAINING, FirstNight.TRAINING),
                            night(Machine.SCORING, FirstNight.SCORING));
        }
        return firstNight;
    }

    /** What the store holds. */
    Records records() {
        return new Records(store);
    }

    /** What serves. */
    Move serving() {
        return new ServingPointer(store).read(NightData.PIPELINE).map(Serving::move).orElseThrow();
    }

    /** What people were told. */
    Announcements announcements() {
        return announcements;
    }

    Schedule schedule(Machine machine) {
        return Schedule.of(schedules, stack.machine(machine), NightData.PIPELINE);
    }

    /** Delivers the slot as the schedule would, with a delivery id of its own; answers at once. */
    String deliver(Machine machine, Slot slot) {
        Schedule schedule = schedule(machine);
        String delivery = UUID.randomUUID().toString();
        return start(schedule.machineArn(), schedule.input(slot, delivery));
    }

    /** Starts the machine with an input as it is. */
    String start(String machineArn, String input) {
        return states.startExecution(request -> request.stateMachineArn(machineArn).input(input))
                .executionArn();
    }

    /** Delivers the slot and waits for the end. */
    EndedExecution night(Machine machine, Slot slot) {
        return ended(deliver(machine, slot));
    }

    /** Starts the machine again with the very input of an execution that ended, and waits. */
    EndedExecution again(EndedExecution ended) {
        return ended(start(ended.described().stateMachineArn(), ended.described().input()));
    }

    /** A night that fails: waits until the machine's Catch and the rule have had it recorded. */
    EndedExecution failingNight(Machine machine, Slot slot) {
        int before = failureLog.calls().size();
        EndedExecution ended = night(machine, slot);
        int calls = ended.states().contains(RECORD_FAILURE) ? 2 : 1;
        Awaiting.until(() -> failureLog.calls().size(), now -> now >= before + calls);
        return ended;
    }

    /** Does something while a rule holds on what the functions ask of S3. */
    <T> T under(S3Rule rule, Supplier<T> deed) {
        relay.add(rule);
        try {
            return deed.get();
        } finally {
            relay.remove(rule);
        }
    }

    /** Waits for the end of an execution. */
    EndedExecution ended(String execution) {
        DescribeExecutionResponse described =
                Awaiting.until(
                        () -> states.describeExecution(request -> request.executionArn(execution)),
                        answer -> answer.status() != ExecutionStatus.RUNNING,
                        () -> "after " + history(execution));
        return new EndedExecution(described, history(execution));
    }

    private List<HistoryEvent> history(String execution) {
        return states
                .getExecutionHistoryPaginator(request -> request.executionArn(execution))
                .events()
                .stream()
                .toList();
    }
}
