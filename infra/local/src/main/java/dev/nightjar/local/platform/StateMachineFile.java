package dev.nightjar.local.platform;

import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.StateMachineParser;
import dev.nightjar.core.night.Machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file of a state machine: the very bytes that run on AWS, with the names of functions left
 * open.
 *
 * @param text with {@code ${XFunction}} where the function's ARN comes
 */
record StateMachineFile(String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

    static StateMachineFile of(Home home, Machine machine) {
        try {
            return new StateMachineFile(Files.readString(home.stateMachine(machine)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + home.stateMachine(machine), e);
        }
    }

    /** The names that are left open. */
    Set<String> placeholders() {
        Set<String> names = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names;
    }

    /** The machine, its functions being those of this process. */
    StateMachine filled() {
        Matcher matcher = PLACEHOLDER.matcher(text);
        String filled = matcher.replaceAll(match -> arn(match.group(1)));
        return StateMachineParser.parse(filled).machineOrThrow();
    }

    private static String arn(String function) {
        return "arn:aws:lambda:here:000000000000:function:" + function + ":1";
    }
}
