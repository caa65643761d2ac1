package dev.nightjar.run.report;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Limits;
import dev.nightjar.core.definition.ReleaseMode;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.definition.Service;
import dev.nightjar.core.definition.ServiceLevel;
import dev.nightjar.core.definition.Source;
import dev.nightjar.core.definition.Split;
import dev.nightjar.core.definition.SplitBy;
import dev.nightjar.core.definition.TrainerKind;
import dev.nightjar.core.definition.Training;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.StartedBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What sample runs were asked to do. */
final class SampleQuestion {
    private static final Instant START = Instant.parse("2026-11-09T01:00:02Z");

    private SampleQuestion() {}

    static RunRecord asked(RunId run, String objective) {
        List<String> days =
                IntStream.range(0, 90)
                        .mapToObj(day -> "dt=" + START.plusSeconds(86_400L * (day - 90)))
                        .map(day -> day.substring(0, 13))
                        .toList();
        return new RunRecord(
                run,
                "arn:here:execution:" + run,
                StartedBy.SCHEDULE,
                START,
                definition(run, objective),
                SampleFacts.digest("definition"),
                days,
                Map.of(),
                null,
                false,
                null);
    }

    private static Definition definition(RunId run, String objective) {
        List<Column> columns =
                List.of(
                        column("loan_id", Role.KEY, ColumnType.TEXT),
                        column("amount", Role.FEATURE, ColumnType.DECIMAL),
                        column("defaulted", Role.LABEL, ColumnType.BOOLEAN));
        Training training =
                new Training(
                        new Source("training/dt={date}/*.csv", "P90D", false, null),
                        null,
                        new Split(0.2, 0.2, SplitBy.KEY, null),
                        grid(),
                        objective);
        return new Definition(
                run.pipeline(),
                "risk-ml@example.com",
                "Probability that a loan application defaults within 90 days.",
                null,
                columns,
                Format.STANDARD,
                Limits.STANDARD,
                null,
                null,
                training,
                List.of("auc >= 0.75"),
                ReleaseMode.AUTO,
                null,
                Service.of(ServiceLevel.HIGH, null));
    }

    private static Column column(String name, Role role, ColumnType type) {
        return new Column(name, role, type, null, null, null, List.of(), List.of());
    }

    static List<CandidateSettings> grid() {
        List<CandidateSettings> grid = new ArrayList<>();
        for (double epochs : new double[] {5, 10}) {
            grid.add(
                    new CandidateSettings(
                            TrainerKind.LOGISTIC_REGRESSION,
                            new TreeMap<>(Map.of("epochs", epochs, "rate", 0.1))));
        }
        for (double rounds : new double[] {100, 200}) {
            for (double depth : new double[] {4, 6}) {
                grid.add(
                        new CandidateSettings(
                                TrainerKind.BOOSTED_TREES,
                                new TreeMap<>(
                                        Map.of("rounds", rounds, "depth", depth, "rate", 0.3))));
            }
        }
        return grid;
    }
}
