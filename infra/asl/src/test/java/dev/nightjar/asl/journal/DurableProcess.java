package dev.nightjar.asl.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.EngineClock;
import dev.nightjar.asl.run.Execution;
import dev.nightjar.asl.run.ExecutionJournal;
import dev.nightjar.asl.run.ExecutionJournals;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.JournalRecord;
import dev.nightjar.asl.run.StartRequest;
import dev.nightjar.asl.run.StartedExecution;
import dev.nightjar.asl.run.SystemClock;
import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskFailure;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A process of its own that starts an execution or goes on with it, and stands still after a number
 * of writes, so that it is killed there. It begins when it is told to on its standard input:
 *
 * <pre>FOLDER ITEMS WRITES TORN</pre>
 *
 * and says on its standard output {@code still} or {@code ended OUTPUT}.
 */
final class DurableProcess {
    /** What a task did, a line each: the key of its arguments. */
    static final String EFFECTS = "effects.txt";

    private DurableProcess() {}

    public static void main(String[] arguments) throws Exception {
        String[] work = new String(System.in.readAllBytes(), UTF_8).strip().split(" ", -1);
        Path folder = Path.of(work[0]);
        int items = Integer.parseInt(work[1]);
        Stop stop = new Stop(folder, Integer.parseInt(work[2]), Boolean.parseBoolean(work[3]));
        try (SystemClock clock = new SystemClock();
                Engine engine = engine(new JournalFolder(folder), folder, clock, stop)) {
            ExecutionResult result = execution(engine, folder, items).await();
            System.out.println("ended " + result.status() + " " + result.output());
        }
    }

    private static StartRequest request() {
        return StartRequest.here(Machines.NAME, "run", Machines.json("{}"));
    }

    private static Engine engine(
            JournalFolder journals, Path folder, SystemClock clock, Stop stop) {
        return Engine.builder()
                .clock(new Hasty(clock))
                .random(new SplittableRandom(5))
                .taskConcurrency(4)
                .journals(new StoppingJournals(journals, stop))
                .handler(Machines.TASK, call -> handle(call, folder.resolve(EFFECTS)))
                .build();
    }

    private static JsonNode handle(TaskCall call, Path effects) throws TaskFailure {
        append(effects, (call.arguments().required("key").stringValue() + "\n").getBytes(UTF_8));
        return DurableWorkbench.failsAtFirst(call);
    }

    private static void append(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + file, e);
        }
    }

    private static Execution execution(Engine engine, Path folder, int items) {
        return new JournalFolder(folder).executions().isEmpty()
                ? engine.start(Machines.everything(items), request())
                : engine.resume(DurableWorkbench.ARN);
    }

    /** Stands still after so many writes; torn, when the last of them is cut in the midst. */
    private record Stop(Path folder, int writes, boolean torn, AtomicInteger written) {
        Stop(Path folder, int writes, boolean torn) {
            this(folder, writes, torn, new AtomicInteger());
        }

        void before(List<JournalRecord> step) {
            int number = written.incrementAndGet();
            if (writes == 0 || number < writes) {
                return;
            }
            if (number == writes) {
                if (torn) {
                    tear(step);
                }
                System.out.println("still");
            }
            while (true) {
                LockSupport.park();
            }
        }

        private void tear(List<JournalRecord> step) {
            byte[] lines = JournalLines.step(step);
            String name = step.getFirst().child() == null ? "history.jsonl" : "children.jsonl";
            Path file = folder.resolve(Machines.NAME).resolve("run").resolve(name);
            byte[] half = Arrays.copyOf(lines, lines.length * (writes % 10) / 10);
            append(file, half);
        }
    }

    private record StoppingJournals(ExecutionJournals journals, Stop stop)
            implements ExecutionJournals {
        @Override
        public ExecutionJournal create(StartedExecution start) {
            return new StoppingJournal(journals.create(start), stop);
        }

        @Override
        public ExecutionJournal open(String executionArn) {
            return new StoppingJournal(journals.open(executionArn), stop);
        }
    }

    private record StoppingJournal(ExecutionJournal journal, Stop stop)
            implements ExecutionJournal {
        @Override
        public StartedExecution start() {
            return journal.start();
        }

        @Override
        public void read(Consumer<JournalRecord> reader) {
            journal.read(reader);
        }

        @Override
        public void append(List<JournalRecord> step) {
            stop.before(step);
            journal.append(step);
        }

        @Override
        public void force() {
            journal.force();
        }

        @Override
        public void close() {
            journal.close();
        }
    }

    /** A clock on which a second's wait takes two milliseconds. */
    private record Hasty(EngineClock clock) implements EngineClock {
        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            clock.sleep(duration.dividedBy(500));
        }

        @Override
        public void execute(Runnable step) {
            clock.execute(step);
        }

        @Override
        public Runnable schedule(Duration delay, Runnable step) {
            return clock.schedule(delay.dividedBy(500), step);
        }

        @Override
        public Runnable work(String name, Runnable work) {
            return clock.work(name, work);
        }

        @Override
        public <T> T await(CompletableFuture<T> future) throws InterruptedException {
            return clock.await(future);
        }
    }
}
