package dev.nightjar.local.command;

import java.util.List;

/** A command cannot do what it was asked; says why, and what to type next. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final transient List<String> next;

    /**
     * A failure.
     *
     * @param message one sentence without a full stop
     * @param next commands that help
     */
    public CommandFailure(int exitCode, String message, String... next) {
        super(message);
        this.exitCode = exitCode;
        this.next = List.of(next);
    }

    /** The exit code of the command line. */
    public int exitCode() {
        return exitCode;
    }

    /** Commands that help. */
    public List<String> next() {
        return next;
    }
}
