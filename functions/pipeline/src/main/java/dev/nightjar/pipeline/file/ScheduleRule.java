package dev.nightjar.pipeline.file;

import dev.nightjar.pipeline.schedule.CronSchedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Schedules that fire. */
final class ScheduleRule implements Rule {
    private static final String CRON_REMEDY =
            "Write six fields: minute hour day month weekday year, one of the days '?', such as"
                    + " 0 4 * * ? *";

    @Override
    public void check(Document document, Facts facts, Problems problems) {
        for (String schedule : List.of("/training/schedule", "/scoring/schedule")) {
            if (document.at(schedule).map(node -> node.isObject()).orElse(false)) {
                checkShape(document, problems, schedule);
                checkCron(document, problems, schedule + "/cron");
                checkZone(document, problems, schedule + "/timezone");
                checkStart(document, problems, schedule + "/start");
            }
        }
    }

    private static void checkShape(Document document, Problems problems, String schedule) {
        boolean cron = document.has(schedule + "/cron");
        boolean rate = document.has(schedule + "/rate");
        if (cron && rate) {
            problems.errorOfKey(
                    document,
                    schedule + "/rate",
                    "cron-and-rate",
                    "the schedule has both cron and rate",
                    "Keep one of the two");
        } else if (!cron && !rate && problems.untouched(schedule)) {
            problems.errorOfKey(
                    document,
                    schedule,
                    "no-cron",
                    "the schedule has neither cron nor rate",
                    "Add cron: \"0 4 * * ? *\"");
        }
        boolean start = document.has(schedule + "/start");
        if (rate && !cron && !start && problems.untouched(schedule)) {
            problems.errorOfKey(
                    document,
                    schedule + "/rate",
                    "no-start",
                    "a rate needs the instant that it is counted from",
                    "Add start: 2026-11-02T01:00:00Z");
        } else if (cron && !rate && start) {
            problems.errorOfKey(
                    document,
                    schedule + "/start",
                    "start-of-cron",
                    "start belongs to rate, not to cron",
                    "Remove start, or write a rate instead of cron");
        }
    }

    private static void checkCron(Document document, Problems problems, String pointer) {
        if (problems.sound(document, pointer)) {
            CronSchedule.problem(document.written(pointer))
                    .ifPresent(
                            problem ->
                                    problems.error(
                                            document, pointer, "cron", problem, CRON_REMEDY));
        }
    }

    private static void checkZone(Document document, Problems problems, String pointer) {
        if (!problems.sound(document, pointer)) {
            return;
        }
        String zone = document.written(pointer);
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            String suggestion =
                    zoneLike(zone).map(found -> "Did you mean '" + found + "'? ").orElse("");
            problems.error(
                    document,
                    pointer,
                    "timezone",
                    "unknown time zone '" + zone + "'",
                    suggestion + "Write an IANA name such as Europe/Berlin");
        }
    }

    /** A zone of the same city, else the one that is spelled most alike. */
    private static Optional<String> zoneLike(String zone) {
        String city = city(zone);
        Optional<String> sameCity =
                ZoneId.getAvailableZoneIds().stream()
                        .filter(known -> known.contains("/") && city(known).equals(city))
                        .min(Comparator.naturalOrder());
        return sameCity.isPresent()
                ? sameCity
                : Suggestion.closest(zone, ZoneId.getAvailableZoneIds());
    }

    private static String city(String zone) {
        return zone.substring(zone.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static void checkStart(Document document, Problems problems, String pointer) {
        if (!problems.sound(document, pointer)) {
            return;
        }
        try {
            Instant.parse(document.written(pointer));
        } catch (DateTimeException noInstant) {
            problems.error(
                    document,
                    pointer,
                    "start",
                    "start '" + document.written(pointer) + "' is no instant",
                    "Write it in UTC, such as 2026-11-02T01:00:00Z");
        }
    }
}
