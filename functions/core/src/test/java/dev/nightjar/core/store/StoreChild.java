package dev.nightjar.core.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The main class of the child processes of {@link FolderStoreProcessesTest}. */
final class StoreChild {
    private StoreChild() {}

    /** Says {@code ready}, waits for a line, does its work on the store in the folder. */
    public static void main(String[] arguments) throws IOException {
        ObjectStore store = FolderStore.at(Path.of(arguments[1]));
        String name = arguments[2];
        System.out.println("ready");
        System.out.flush();
        if (System.in.read() < 0) {
            return;
        }
        switch (arguments[0]) {
            case "create" -> create(store, name);
            case "count" -> count(store);
            case "write" -> write(store);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void create(ObjectStore store, String name) {
        for (int i = 0; i < FolderStoreProcessesTest.ROUNDS; i++) {
            if (store.create("rounds/" + i, Content.of("by " + name)).isPresent()) {
                System.out.println(i);
            }
        }
    }

    private static void count(ObjectStore store) {
        for (int i = 0; i < FolderStoreProcessesTest.ROUNDS; i++) {
            Optional<ObjectHead> done = Optional.empty();
            while (done.isEmpty()) {
                StoredObject now = store.find("counter").orElseThrow();
                String next = Integer.toString(Integer.parseInt(now.text()) + 1);
                done = store.replace("counter", Content.of(next), now.head().etag());
            }
        }
    }

    /** Until it is killed: every object is one letter, 200,000 times. */
    private static void write(ObjectStore store) {
        for (int i = 0; ; i++) {
            byte[] letters = new byte[FolderStoreProcessesTest.LETTERS];
            Arrays.fill(letters, (byte) ('a' + i % 26));
            store.create("folder-" + i % 7 + "/created-" + i, Content.of(letters));
            store.put("put", Content.of(letters));
            String etag = store.head("put").orElseThrow().etag();
            store.replace("put", Content.of(letters), etag);
            System.out.println(i);
        }
    }
}
