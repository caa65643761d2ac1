package dev.nightjar.local.protocol;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.error.Conflict;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.StepRequest;
import dev.nightjar.core.night.TaskContext;
import dev.nightjar.core.port.Executions;
import dev.nightjar.core.port.Notifications;
import dev.nightjar.core.sign.KeyFileSigner;
import dev.nightjar.core.store.DataFolder;
import dev.nightjar.core.store.FolderStore;
import dev.nightjar.training.ReleaseModel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** The main class of the child processes of {@link RaceTest}. */
final class ReleasingChild {
    private ReleasingChild() {}

    /** Says {@code ready}, waits for a line, releases the model of its run. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        ReleaseModel step = new ReleaseModel(wiring(folder));
        StepRequest request =
                new StepRequest(
                        RunId.parse(arguments[1]),
                        null,
                        1,
                        new TaskContext("ReleaseModel", "child", 0, 0));
        System.out.println("ready");
        System.out.flush();
        if (System.in.read() < 0) {
            return;
        }
        try {
            step.answer(request);
            System.out.println("released");
        } catch (Conflict lost) {
            System.out.println("conflict");
        }
    }

    private static Wiring wiring(Path folder) {
        KeyFileSigner keys = KeyFileSigner.at(folder.resolve("keys"));
        return new Wiring(
                FolderStore.at(folder),
                data -> DataFolder.at(Path.of(data)),
                InstantSource.fixed(Workshop.NOW),
                () -> 0,
                () -> "000000000000",
                keys,
                keys,
                execution -> Executions.State.UNKNOWN,
                new Silence());
    }

    private static final class Silence implements Notifications {
        @Override
        public void announce(String level, String subject, Map<String, String> detail) {}
    }
}
