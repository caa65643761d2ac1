package dev.nightjar.aws;

import dev.nightjar.aws.notify.TopicNotifications;
import dev.nightjar.aws.sign.KmsSigner;
import dev.nightjar.aws.sign.KmsTrustedKeys;
import dev.nightjar.aws.states.DeployedExecutions;
import dev.nightjar.core.port.ExecutionEvent;
import dev.nightjar.core.port.Executions;
import dev.nightjar.core.port.Notifications;
import dev.nightjar.core.port.Signer;
import dev.nightjar.core.port.TrustedKeys;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The ports over AWS, each with a client of its own that is made at its first use: a function pays
 * at its start for nothing that it may never do. What a function was given no variable for is
 * refused with the variable's name when it is used.
 */
final class LatePorts {
    private final Settings settings;
    private final Map<String, String> environment;

    LatePorts(Settings settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = environment;
    }

    Signer signer() {
        return new LateSigner(
                new Once<>(
                        () -> {
                            String key = settings.signingKey();
                            if (key == null) {
                                throw missing(Settings.SIGNING_KEY, "signing-key");
                            }
                            return KmsSigner.connect(key, environment);
                        }));
    }

    TrustedKeys trustedKeys() {
        Supplier<TrustedKeys> keys =
                new Once<>(
                        () -> {
                            if (settings.trustedKeys().isEmpty()) {
                                throw missing(Settings.TRUSTED_KEYS, "trusted-keys");
                            }
                            return KmsTrustedKeys.connect(settings.trustedKeys(), environment);
                        });
        return id -> keys.get().find(id);
    }

    Executions executions() {
        return new LateExecutions(new Once<>(() -> DeployedExecutions.connect(environment)));
    }

    Notifications notifications() {
        Supplier<Notifications> topics =
                new Once<>(() -> TopicNotifications.connect(settings.topics(), environment));
        return (level, subject, detail) -> {
            if (!settings.topics().containsKey(level)) {
                throw missing("NIGHTJAR_TOPIC_" + level.toUpperCase(Locale.ROOT), "topics");
            }
            topics.get().announce(level, subject, detail);
        };
    }

    private static IllegalStateException missing(String variable, String use) {
        return new IllegalStateException(
                "%s is not set; a function that needs it has `uses: [%s]` in functions.yaml"
                        .formatted(variable, use));
    }

    private record LateSigner(Supplier<? extends Signer> signer) implements Signer {
        @Override
        public String keyId() {
            return signer.get().keyId();
        }

        @Override
        public byte[] sign(byte[] message) {
            return signer.get().sign(message);
        }
    }

    private record LateExecutions(Supplier<? extends Executions> executions) implements Executions {
        @Override
        public State state(String execution) {
            return executions.get().state(execution);
        }

        @Override
        public Optional<String> input(String execution) {
            return executions.get().input(execution);
        }

        @Override
        public Iterable<ExecutionEvent> newestEvents(String execution) {
            return executions.get().newestEvents(execution);
        }
    }
}
