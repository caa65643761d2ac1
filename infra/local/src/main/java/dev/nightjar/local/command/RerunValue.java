package dev.nightjar.local.command;

import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

import java.util.Set;
import java.util.Stack;

/** Reads the word after {@code --rerun} only when it is one: else it is the next argument. */
final class RerunValue implements IParameterConsumer {
    private static final Set<String> WORDS = Set.of("partial", "complete", "carry-over");

    @Override
    @SuppressWarnings("JdkObsolete") // picocli's own type
    public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
        boolean given = !words.isEmpty() && WORDS.contains(words.peek());
        option.setValue(given ? words.pop() : "");
    }
}
