package dev.nightjar.local.screen;

import dev.nightjar.asl.run.Pause;
import dev.nightjar.core.error.ErrorTable;
import dev.nightjar.local.night.MapProgress;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** The one line that says what goes on. */
public final class ProgressLine {
    private static final double MILLISECONDS = 1e3;
    private static final int MOST_BESIDE_A_BAR = 32;

    private ProgressLine() {}

    /**
     * {@code ScoreShards ████░░ 12/40, 2 under way, 1 retried, 3 failed}; long ones have no bar.
     */
    static String of(MapProgress map) {
        String words = words(map);
        String bar =
                words.length() <= MOST_BESIDE_A_BAR
                        ? Figures.bar(map.ended(), map.total()) + "  "
                        : "";
        return StepLine.named(map.map()) + bar + words;
    }

    /** {@code 12/40, 2 under way, 1 retried, 3 failed}. */
    public static String words(MapProgress map) {
        StringBuilder text = new StringBuilder();
        text.append(map.ended()).append('/').append(map.total());
        append(text, map.underWay(), "under way");
        append(text, map.retried(), "retried");
        append(text, map.failed(), "failed");
        return text.toString();
    }

    private static void append(StringBuilder text, int items, String word) {
        if (items > 0) {
            text.append(", ").append(items).append(' ').append(word);
        }
    }

    /**
     * {@code PrepareData retry 2 of 4 in 8.0 s: Transient}.
     *
     * @param map the Map whose item it is, or null
     */
    static String of(Pause pause, @Nullable MapProgress map) {
        String words = words(pause);
        return map == null
                ? StepLine.named(pause.stateName()) + words
                : StepLine.named(map.map())
                        + "%d/%d   %s %s"
                                .formatted(map.ended(), map.total(), pause.stateName(), words);
    }

    private static String words(Pause pause) {
        String left = String.format(Locale.ROOT, "%.1f s", pause.left().toMillis() / MILLISECONDS);
        Pause.Retry retry = pause.retry();
        return retry == null
                ? "waits " + left
                : "retry %d of %d in %s: %s"
                        .formatted(
                                retry.number(),
                                retry.most(),
                                left,
                                ErrorTable.shortName(retry.error()));
    }
}
