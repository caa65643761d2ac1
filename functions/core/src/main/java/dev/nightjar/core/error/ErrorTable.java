package dev.nightjar.core.error;

import java.util.Map;

/**
 * What each error means to a user: its class, the exit code of the command line and whether a new
 * attempt is needed. The only place in the code that says so. Immutable.
 */
public final class ErrorTable {
    /** How to go on after an error. */
    public enum Continuation {
        /** Mend the data, then run the same command for the same slot. */
        AGAIN,
        /** Correct the pipeline file. */
        VALIDATE,
        /** Train, because no model serves or none could be trained. */
        TRAIN,
        /** Move the pointer back to a bundle that loads. */
        ROLLBACK,
        /** Score the slot anew. */
        RERUN,
        /** Nothing: the winner's result stands. */
        NONE,
        /** Continue the same attempt. */
        REDRIVE
    }

    /**
     * One row of the table.
     *
     * @param newAttempt whether only a new attempt can help (the machines catch such errors)
     */
    public record Entry(
            ErrorClass errorClass, int exitCode, boolean newAttempt, Continuation continuation) {}

    private static final Entry UNKNOWN =
            new Entry(ErrorClass.SYSTEM, 5, false, Continuation.REDRIVE);

    private static final String PACKAGE = NightjarError.class.getPackageName() + ".";

    private static final Map<String, Entry> ENTRIES =
            Map.of(
                    DataUnfit.class.getName(),
                    new Entry(ErrorClass.DATA, 3, true, Continuation.AGAIN),
                    ModelUnfit.class.getName(),
                    new Entry(ErrorClass.MODEL_QUALITY, 3, true, Continuation.TRAIN),
                    DefinitionInvalid.class.getName(),
                    new Entry(ErrorClass.DATA, 2, true, Continuation.VALIDATE),
                    BundleRefused.class.getName(),
                    new Entry(ErrorClass.SYSTEM, 5, true, Continuation.ROLLBACK),
                    LedgerBroken.class.getName(),
                    new Entry(ErrorClass.SYSTEM, 5, true, Continuation.RERUN),
                    Conflict.class.getName(),
                    new Entry(ErrorClass.SYSTEM, 5, true, Continuation.NONE),
                    DeadlinePassed.class.getName(),
                    new Entry(ErrorClass.SYSTEM, 6, true, Continuation.AGAIN),
                    Transient.class.getName(),
                    UNKNOWN);

    private ErrorTable() {}

    /**
     * The entry of an error.
     *
     * @param error the name as a state machine sees it: a qualified class name, {@code States.*},
     *     {@code Lambda.*} or anything else; or the short name that people read
     */
    public static Entry of(String error) {
        boolean isShort = error.indexOf('.') < 0;
        return ENTRIES.getOrDefault(isShort ? PACKAGE + error : error, UNKNOWN);
    }

    /** The short name that people read: {@code DataUnfit} for the qualified class name. */
    public static String shortName(String error) {
        return ENTRIES.containsKey(error) ? error.substring(error.lastIndexOf('.') + 1) : error;
    }
}
