package dev.nightjar.asl.check;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.parse.StateMachine;

import java.util.function.Consumer;

/** One rule over a whole machine. */
@FunctionalInterface
interface Rule {
    void check(StateMachine machine, Consumer<Problem> problems);
}
