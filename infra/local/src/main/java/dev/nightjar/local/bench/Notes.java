package dev.nightjar.local.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one must know to judge a figure. Not safe for use by multiple threads. */
final class Notes {
    private final List<String> notes = new ArrayList<>();

    Notes ours(Samples samples) {
        notes.add(samples.text());
        return this;
    }

    /** The other side: who it is, or why it is absent. */
    Notes theirs(String name, Samples samples) {
        notes.add(samples.known() == null ? name : name + ": " + samples.text());
        return this;
    }

    Notes add(String note) {
        notes.add(note);
        return this;
    }

    /** The notes, and how busy the machine is: how many threads want a processor. */
    List<String> list() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        List<String> all = new ArrayList<>(notes);
        if (load >= 0) {
            all.add(String.format(Locale.ROOT, "load %.1f", load));
        }
        return List.copyOf(all);
    }
}
