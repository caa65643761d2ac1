package dev.nightjar.run.report;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** One self-contained page: headline, figures at a glance, sections. Immutable. */
final class Page {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private final RunFacts facts;
    private final Headline headline;
    private final List<Tile> tiles;
    private final List<Section> sections;

    Page(RunFacts facts, Headline headline, List<Tile> tiles, List<Section> sections) {
        this.facts = requireNonNull(facts, "facts is null");
        this.headline = requireNonNull(headline, "headline is null");
        this.tiles = List.copyOf(tiles);
        this.sections = List.copyOf(sections);
    }

    /** The whole page. */
    String html() {
        Markup out = new Markup();
        out.open("html").attribute("lang", "en");
        head(out);
        out.open("body");
        banner(out);
        out.open("main");
        headline.writeTo(out);
        if (!tiles.isEmpty()) {
            out.open("div", "tiles");
            tiles.forEach(tile -> tile.writeTo(out));
            out.close();
        }
        sections.stream().filter(Section::stands).forEach(section -> write(out, section));
        out.close();
        out.leaf("footer", "Made by Nightjar from the records of " + facts.run() + " alone.");
        return out.close().close().document();
    }

    private void head(Markup out) {
        out.open("head");
        out.open("meta").attribute("charset", "utf-8").close();
        out.open("meta")
                .attribute("http-equiv", "Content-Security-Policy")
                .attribute("content", POLICY)
                .close();
        out.open("meta")
                .attribute("name", "viewport")
                .attribute("content", "width=device-width, initial-scale=1")
                .close();
        out.open("meta")
                .attribute("name", "color-scheme")
                .attribute("content", "light dark")
                .close();
        out.leaf("title", headline.word() + " · " + facts.run() + " · Nightjar");
        out.leaf("style", Style.SHEET).close();
    }

    private void banner(Markup out) {
        RunId run = facts.run();
        out.open("header").open("div", "brand").leaf("span", "Nightjar");
        out.leaf("span", "kind", run.machine() + " report").close();
        out.leaf("h1", run.pipeline());
        out.leaf("p", "run", run.toString());
        out.leaf("p", "when", when(run));
        RunRecord record = facts.record();
        String purpose = record == null ? null : record.definition().purpose();
        if (purpose != null) {
            out.leaf("p", "purpose", purpose);
        }
        out.close();
    }

    private String when(RunId run) {
        RunRecord record = facts.record();
        String owner = record == null ? null : record.definition().owner();
        return "Slot "
                + Figures.minute(run.slot().time())
                + " · attempt "
                + run.attempt()
                + startedBy(record)
                + (owner == null ? "" : " · owner " + owner);
    }

    private static String startedBy(@Nullable RunRecord record) {
        return record == null ? "" : " · started by " + record.startedBy();
    }

    private static void write(Markup out, Section section) {
        out.open("section").open("h2").text(section.title());
        out.leaf("span", "step", section.step()).close();
        section.writeTo(out);
        out.close();
    }
}
