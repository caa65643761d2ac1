package dev.nightjar.local.deployed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** An error of S3 ("Amazon S3 API Reference", Error responses). */
enum S3Refusal {
    /** The SDK tries again; at last the adapter says that it may pass. */
    INTERNAL_ERROR(500, "InternalError", "We encountered an internal error. Please try again."),
    /** Stays so until a person mends it. */
    ACCESS_DENIED(403, "AccessDenied", "Access Denied");

    private final int status;
    private final String code;
    private final String message;

    S3Refusal(int status, String code, String message) {
        this.status = status;
        this.code = requireNonNull(code, "code is null");
        this.message = requireNonNull(message, "message is null");
    }

    int status() {
        return status;
    }

    byte[] body() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code><Message>%s</Message></Error>"
                .formatted(code, message)
                .getBytes(UTF_8);
    }

    /** Refuses so many of the calls that fit, at every try of the SDK; the next ones go on. */
    S3Rule first(int calls, Predicate<S3Call> fits) {
        Set<String> refused = new HashSet<>();
        return call -> {
            synchronized (refused) {
                if (!fits.test(call)) {
                    return null;
                }
                return refused.contains(call.id())
                                || (refused.size() < calls && refused.add(call.id()))
                        ? this
                        : null;
            }
        };
    }

    /** Refuses every call that fits. */
    S3Rule all(Predicate<S3Call> fits) {
        return call -> fits.test(call) ? this : null;
    }
}
