package dev.nightjar.local.night;

/** The exit codes of outcomes; those of errors stand in the table of errors. */
public final class Exits {
    public static final int OK = 0;
    public static final int USAGE = 2;
    public static final int REJECTED = 4;
    public static final int SYSTEM = 5;
    public static final int HELD = 6;

    private Exits() {}

    /** The exit code of a run that did not fail. */
    static int of(String outcome) {
        return switch (outcome) {
            case "REJECTED" -> REJECTED;
            case "HELD" -> HELD;
            case "FAILED" -> SYSTEM;
            default -> OK;
        };
    }
}
