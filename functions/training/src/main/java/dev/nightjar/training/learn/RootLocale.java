package dev.nightjar.training.learn;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * Calls Tribuo where it depends on the default locale: its serialiser makes method names by {@code
 * toUpperCase()}, which in Turkish turns the field {@code info} into {@code İnfo}. Nothing of ours
 * reads the default, so that a moment of another one is not seen.
 */
final class RootLocale {
    private RootLocale() {}

    /** Calls it while the default locale is the neutral one; one call at a time. */
    static synchronized <T> T in(Supplier<T> call) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            return call.get();
        } finally {
            Locale.setDefault(before);
        }
    }
}
