package dev.nightjar.run.report;

import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Ledger;
import dev.nightjar.core.night.ModelVersion;
import dev.nightjar.core.night.RunId;

import java.util.ArrayList;
import java.util.List;

/** The page of a scoring run. */
final class ScoringPage {
    private ScoringPage() {}

    static Page of(ScoringFacts facts, ScoringReport report) {
        return new Page(
                facts.general(),
                ScoringHeadline.of(facts, report),
                tiles(facts, report),
                List.of(
                        new FailuresSection(facts.general()),
                        new LedgerSection(report),
                        new ShardsSection(facts, report),
                        new InputsSection("PlanBatch", facts.general(), report.inputs()),
                        new CommitSection(facts, report),
                        new FilesSection(facts.general(), files(facts))));
    }

    private static List<Tile> tiles(ScoringFacts facts, ScoringReport report) {
        List<Tile> tiles = new ArrayList<>();
        Ledger ledger = report.rows();
        if (ledger != null) {
            tiles.add(
                    new Tile(
                            "Scored",
                            Figures.count(ledger.scored()),
                            "rows of " + Figures.count(ledger.input())));
            tiles.add(
                    new Tile(
                            "Quarantined",
                            Figures.share(ledger.quarantined(), ledger.input()),
                            Figures.count(ledger.quarantined(), "row", "rows")));
        }
        if (report.model() != null) {
            tiles.add(new Tile("Model", ModelVersion.shown(report.model()), "pinned in the plan"));
        }
        if (facts.plan() != null) {
            tiles.add(shards(report.shards()));
        }
        ReportedShards shards = report.shards();
        if (shards.seconds() > 0) {
            tiles.add(
                    new Tile(
                            "Speed of a shard",
                            Figures.count(Math.round(shards.rows() / shards.seconds())),
                            "rows a second"));
        }
        Double margin = report.margin();
        if (margin != null) {
            tiles.add(
                    new Tile(
                            "Deadline",
                            Figures.duration(Math.abs(margin)),
                            margin >= 0 ? "before it" : "too late"));
        }
        return tiles;
    }

    private static Tile shards(ReportedShards shards) {
        String detail =
                shards.missing() > 0
                        ? Figures.count(shards.missing()) + " without a result"
                        : shards.reused() > 0
                                ? Figures.count(shards.reused()) + " reused"
                                : "all scored in this attempt";
        return new Tile("Shards", Figures.count(shards.planned()), detail);
    }

    private static List<FilesSection.File> files(ScoringFacts facts) {
        RunId run = facts.general().run();
        List<FilesSection.File> files = new ArrayList<>();
        if (facts.plan() != null) {
            files.add(new FilesSection.File("Plan", Keys.plan(run)));
        }
        if (facts.manifest() != null) {
            files.add(
                    new FilesSection.File("Manifest, which names every part", Keys.manifest(run)));
            String readers = Keys.symlink(run.pipeline(), run.slot());
            files.add(new FilesSection.File("What readers of results read", readers));
            facts.manifest().quarantine().stream()
                    .limit(10)
                    .forEach(part -> files.add(new FilesSection.File("Quarantine", part)));
        }
        return files;
    }
}
