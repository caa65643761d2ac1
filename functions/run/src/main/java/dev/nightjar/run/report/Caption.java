package dev.nightjar.run.report;

import static java.util.Objects.requireNonNull;

/**
 * What a picture shows, also for those who cannot see it.
 *
 * @param id of the picture in its document
 * @param title a few words
 * @param description what it says, in a sentence
 */
record Caption(String id, String title, String description) {
    Caption {
        requireNonNull(id, "id is null");
        requireNonNull(title, "title is null");
        requireNonNull(description, "description is null");
    }

    /** Opens the picture with its words; the caller draws and closes it. */
    void openSvg(Markup out, double width, double height) {
        out.open("svg")
                .attribute(
                        "viewBox",
                        "0 0 " + Markup.coordinate(width) + " " + Markup.coordinate(height))
                .attribute("role", "img")
                .attribute("aria-labelledby", id + "-title " + id + "-desc");
        out.open("title").attribute("id", id + "-title").text(title).close();
        out.open("desc").attribute("id", id + "-desc").text(description).close();
    }
}
