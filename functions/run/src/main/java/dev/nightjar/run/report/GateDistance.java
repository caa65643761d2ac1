package dev.nightjar.run.report;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.gate.Gate;
import dev.nightjar.core.gate.GateResult;

/**
 * How far a gate is open, or how far it stayed closed, in words.
 *
 * @param metric that it looks at
 * @param wantsHigh whether high values pass
 */
record GateDistance(GateResult result, String metric, boolean wantsHigh) {
    GateDistance {
        requireNonNull(result, "result is null");
        requireNonNull(metric, "metric is null");
    }

    static GateDistance of(GateResult result) {
        return switch (Gate.parse(result.gate())) {
            case Gate.Reading.Parsed parsed ->
                    new GateDistance(
                            result,
                            parsed.gate().metric().toString(),
                            parsed.gate().comparison().wantsHigh());
            // one that the machine adds itself, such as slot >= champion.slot
            case Gate.Reading.Refused _ ->
                    new GateDistance(
                            result,
                            result.gate().strip().split("[\\s<>=]", 2)[0],
                            result.gate().contains(">"));
        };
    }

    /** The measured value. */
    String measured() {
        return Figures.metric(metric, result.measured(), digits());
    }

    /** What it is compared with. */
    String required() {
        return Figures.metric(metric, result.required(), digits());
    }

    /** {@code 0.0123 above}, {@code 0.1380 too low}, or a dash. */
    String words() {
        Double measured = result.measured();
        Double required = result.required();
        if (measured == null || required == null) {
            return Figures.NONE;
        }
        double far = measured - required;
        if (far == 0) {
            return result.passed() ? "exactly met" : "exactly the limit";
        }
        String size = Figures.metric(metric, Math.abs(far), digits());
        if (result.passed()) {
            return size + (far > 0 ? " above" : " below");
        }
        return size + (far > 0 ? " too high" : " too low");
    }

    /** Why the gate stayed closed, in a sentence. */
    String reason() {
        String start = "Gate " + result.gate() + " stayed closed";
        String note = result.note();
        if (result.measured() == null || result.required() == null) {
            return start + (note == null ? "." : ": " + note + ".");
        }
        return start
                + ": "
                + metric
                + " is "
                + measured()
                + ", "
                + words()
                + "; required is "
                + bound()
                + required()
                + (note == null ? "." : " (" + note + ").");
    }

    /** A strict gate is recognised by its text. */
    private String bound() {
        boolean strict = !result.gate().contains("=");
        if (wantsHigh) {
            return strict ? "more than " : "at least ";
        }
        return strict ? "less than " : "at most ";
    }

    private int digits() {
        return Figures.digitsThatTell(metric, result.measured(), result.required());
    }
}
