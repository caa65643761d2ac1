package dev.nightjar.aws;

import dev.nightjar.core.night.RunId;
import dev.nightjar.core.port.Logs;

import org.jspecify.annotations.Nullable;

/**
 * Names what CloudWatch Logs Insights has to be asked for the lines of a run: {@code aws logs
 * start-query --query-string} takes it as it is; in the console the log groups are chosen by their
 * prefix, and the rest is pasted ("CloudWatch Logs Insights query syntax", "SOURCE").
 */
final class LogQuery implements Logs {
    private final String prefix;

    private LogQuery(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Logs of all functions that were deployed together.
     *
     * @param logGroup of one of them, {@code /<name>/functions/<Step>}; null outside of Lambda
     */
    static Logs beside(@Nullable String logGroup) {
        return logGroup == null
                ? run -> null
                : new LogQuery(logGroup.substring(0, logGroup.lastIndexOf('/') + 1));
    }

    @Override
    public String of(RunId run) {
        return "SOURCE logGroups(namePrefix: [\"%s\"])".formatted(prefix)
                + " | fields @timestamp, step, shard, seconds, error, cause"
                + " | filter run = \"%s\" | sort @timestamp".formatted(run);
    }
}
