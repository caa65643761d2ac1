package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.OpenJsonata.Call;
import com.dashjoin.jsonata.OpenJsonata.Guard;

import java.io.Serial;
import java.util.function.LongSupplier;

/**
 * One evaluation: what its functions see, and its limits. The first two are as measured on AWS: 100
 * nested expressions and sequences of 873,782 elements. AWS also stops what runs too long or needs
 * too much memory; here steps are counted, so that the same expression ends alike on every machine,
 * and a clock is only asked as a last resort. Used by one thread.
 */
final class Evaluation implements Guard {
    static final int MAX_SEQUENCE = 873_782;

    static final String DEPTH =
            "Stack overflow error: Check for non-terminating recursive function. "
                    + "Consider rewriting as tail-recursive";
    static final String MEMORY =
            "Expression evaluation memory limit exceeded: Check for excessive memory usage";
    static final String TIME = "Expression evaluation timeout: Check for infinite loop";

    private static final int MAX_DEPTH = 100;
    private static final int MAX_TEXT = (8 << 20) - 1;
    private static final int LARGE_TEXT = 1 << 14;
    private static final long MAX_LARGE_TEXTS = 1L << 30;
    private static final int MAX_STEPS = 30_000_000;
    private static final int STEPS_PER_LOOK_AT_THE_CLOCK = 1 << 12;
    private static final long MAX_NANOS = 60_000_000_000L;

    private final Bindings bindings;
    private final LongSupplier nanos;
    private long deadline;
    private int depth;
    private int steps;
    private long largeTexts;

    Evaluation(Bindings bindings, LongSupplier nanos) {
        this.bindings = bindings;
        this.nanos = nanos;
    }

    static Evaluation of(Call call) {
        return (Evaluation) call.guard();
    }

    Bindings bindings() {
        return bindings;
    }

    @Override
    public void enter() {
        if (++depth > MAX_DEPTH) {
            throw new Exceeded(DEPTH);
        }
        step();
    }

    @Override
    public void leave() {
        depth--;
    }

    /** A small piece of work. */
    void step() {
        if (++steps % STEPS_PER_LOOK_AT_THE_CLOCK == 0) {
            long now = nanos.getAsLong();
            deadline = deadline == 0 ? now + MAX_NANOS : deadline;
            if (steps > MAX_STEPS || now - deadline > 0) {
                throw new Exceeded(TIME);
            }
        }
    }

    @Override
    public void sequence(int length) {
        if (length > MAX_SEQUENCE) {
            throw new Exceeded(MEMORY);
        }
    }

    /** A text of so many characters is about to exist. */
    void text(long length) {
        if (length > LARGE_TEXT) {
            largeTexts += length;
        }
        if (length > MAX_TEXT || largeTexts > MAX_LARGE_TEXTS) {
            throw new Exceeded(MEMORY);
        }
    }

    /** An evaluation went over a limit. */
    static final class Exceeded extends JException {
        @Serial private static final long serialVersionUID = 1L;

        private final String sentence;

        Exceeded(String sentence) {
            super("U1001");
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // no trace, nothing to guard
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
