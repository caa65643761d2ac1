package dev.nightjar.run;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.definition.ServiceLevel;
import dev.nightjar.core.night.Announcement;
import dev.nightjar.core.store.Content;
import dev.nightjar.pipeline.json.Json;

import java.util.Map;

/**
 * Tells people, and notes it. The note comes after: when a call dies in between, people hear twice
 * rather than never. Safe for use by multiple threads.
 */
final class Announcements {
    private final Wiring wiring;

    Announcements(Wiring wiring) {
        this.wiring = wiring;
    }

    /**
     * Tells people, unless they were told.
     *
     * @param key of the note
     */
    void once(String key, ServiceLevel level, String subject, Map<String, String> detail) {
        if (wiring.store().head(key).isPresent()) {
            return;
        }
        wiring.notifications().announce(level.toString(), subject, detail);
        Announcement note =
                new Announcement(level.toString(), subject, detail, wiring.clock().instant());
        wiring.store().create(key, Content.of(Json.pretty(note)));
    }
}
