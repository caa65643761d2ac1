package dev.nightjar.local.crash;

import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectSource;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.core.store.StoredObject;
import dev.nightjar.local.TinyLoans;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A night in a process of its own: trains, then scores. Given a number, it kills itself with
 * SIGKILL after that write of the whole night; otherwise it prints how many writes there were, also
 * how many until the model was trained.
 */
final class NightProcess {
    private NightProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        int last = arguments.length > 2 ? Integer.parseInt(arguments[2]) : Integer.MAX_VALUE;
        SmallNight night =
                new SmallNight(new TinyLoans(Path.of(arguments[0])), Path.of(arguments[1]));
        AtomicInteger writes = new AtomicInteger();
        night.train(store -> new Counted(store, writes, last));
        System.out.println("trained with " + writes.get());
        night.score(store -> new Counted(store, writes, last));
        System.out.println("writes " + writes.get());
    }

    /** The command that runs a night in a process of its own. */
    static Process start(SmallNight night, String... more) throws IOException {
        // What a killed process leaves goes with the test's folder.
        Path temporary = Files.createDirectories(night.loans().folder().resolve("tmp"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(NightProcess.class.getName());
        command.add(night.loans().folder().toString());
        command.add(night.store().toString());
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(night.loans().folder().toFile())
                .start();
    }

    private record Counted(ObjectStore store, AtomicInteger writes, int last)
            implements ObjectStore {
        private <T> T written(T answer) {
            if (writes.incrementAndGet() == last) {
                killMyself();
            }
            return answer;
        }

        private static void killMyself() {
            try {
                new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid()))
                        .start()
                        .waitFor();
            } catch (IOException broken) {
                throw new IllegalStateException("there is no kill command", broken);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public ObjectHead put(String key, Content content) {
            return written(store.put(key, content));
        }

        @Override
        public Optional<ObjectHead> create(String key, Content content) {
            Optional<ObjectHead> created = store.create(key, content);
            return created.isPresent() ? written(created) : created;
        }

        @Override
        public Optional<ObjectHead> replace(String key, Content content, String etag) {
            Optional<ObjectHead> replaced = store.replace(key, content, etag);
            return replaced.isPresent() ? written(replaced) : replaced;
        }

        @Override
        public void delete(String key) {
            store.delete(key);
        }

        @Override
        public Optional<ObjectHead> head(String key) {
            return source().head(key);
        }

        @Override
        public Optional<StoredObject> find(String key) {
            return source().find(key);
        }

        @Override
        public InputStream open(ObjectHead pinned, long from, long to) throws IOException {
            return source().open(pinned, from, to);
        }

        @Override
        public List<ObjectHead> list(String prefix) {
            return source().list(prefix);
        }

        @Override
        public String bucket() {
            return source().bucket();
        }

        @Override
        public String keyInBucket(String key) {
            return source().keyInBucket(key);
        }

        @Override
        public String address(String key) {
            return source().address(key);
        }

        private ObjectSource source() {
            return store;
        }
    }
}
