package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.port.Notifications;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Tells people on this machine: in one line, and in a file that stays. */
final class NotificationFiles implements Notifications {
    private record Notification(String level, String subject, Map<String, String> detail) {}

    private final KeptFiles files;
    private final Consumer<String> notices;

    NotificationFiles(KeptFiles files, Consumer<String> notices) {
        this.files = requireNonNull(files, "files is null");
        this.notices = requireNonNull(notices, "notices is null");
    }

    @Override
    public void announce(String level, String subject, Map<String, String> detail) {
        files.keep(new Notification(level, subject, new LinkedHashMap<>(detail)));
        notices.accept("notice (" + level + ")  " + subject);
    }
}
