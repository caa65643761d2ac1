package dev.nightjar.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.StateMachineParser;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A state machine that is measured: the same text for every side.
 *
 * @param name without its ending
 */
record MachineFile(String name, String text) {

    static MachineFile of(String name) throws IOException {
        String file = name + ".asl.json";
        try (InputStream stream = MachineFile.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new FileNotFoundException(file);
            }
            return new MachineFile(name, new String(stream.readAllBytes(), UTF_8));
        }
    }

    StateMachine parsed() {
        return StateMachineParser.parse(text).machineOrThrow();
    }
}
