package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.plan.CostLine;
import dev.nightjar.local.plan.PlanAnswer;
import dev.nightjar.local.screen.Table;
import dev.nightjar.local.screen.Terminal;
import dev.nightjar.local.screen.Wrapped;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a pipeline will cost, for people: what is more than next to nothing, and the sums. */
record CostScreen(Terminal terminal) {
    private static final String INDENT = "  ";

    /** A month of less is shown together with others. */
    private static final double NEXT_TO_NOTHING = 0.005;

    CostScreen {
        requireNonNull(terminal, "terminal is null");
    }

    /**
     * A line of the table.
     *
     * @param nights one of each machine, 0 for what is not paid by the night
     */
    private record Row(String name, List<Double> nights, double month) {
        Row {
            nights = List.copyOf(nights);
        }

        Row plus(Row other) {
            return new Row(
                    name,
                    IntStream.range(0, nights.size())
                            .mapToObj(i -> nights.get(i) + other.nights().get(i))
                            .toList(),
                    month + other.month());
        }
    }

    void show(PlanAnswer.Cost cost) {
        terminal.line("");
        terminal.line(
                terminal.bold("costs")
                        + "   about %s %.2f a month, at example prices: %s, %s"
                                .formatted(
                                        cost.currency(), cost.month(), cost.region(), cost.date()));
        Table table = new Table();
        table.add(
                cells(
                        "",
                        cost.nights().stream().map(nights -> "a " + nights.machine()),
                        "a month"));
        rows(cost).forEach(row -> table.add(cells(row)));
        table.add(
                cells(
                        "nights a month",
                        cost.nights().stream().map(nights -> String.valueOf(nights.nightsAMonth())),
                        ""));
        table.lines().forEach(line -> terminal.line(INDENT + line));
        cost.assumptions().forEach(this::assumption);
    }

    private void assumption(String text) {
        String rest = INDENT + " ".repeat(9);
        List<String> lines = Wrapped.words(rest, List.of(text.split(" ", -1)), " ");
        terminal.line(INDENT + terminal.dim("assumes  " + lines.getFirst().strip()));
        lines.stream().skip(1).map(terminal::dim).forEach(terminal::line);
    }

    private static List<Row> rows(PlanAnswer.Cost cost) {
        List<Row> rows = new ArrayList<>();
        Row small = new Row("everything else", noNights(cost), 0);
        for (Row row : all(cost)) {
            if (row.month() < NEXT_TO_NOTHING) {
                small = small.plus(row);
            } else {
                rows.add(row);
            }
        }
        rows.add(small);
        rows.add(
                new Row(
                        "together",
                        cost.nights().stream().map(PlanAnswer.Nights::night).toList(),
                        cost.month()));
        return rows;
    }

    private static List<Double> noNights(PlanAnswer.Cost cost) {
        return cost.nights().stream().map(_ -> 0.0).toList();
    }

    private static List<Row> all(PlanAnswer.Cost cost) {
        List<Row> rows = new ArrayList<>();
        int lines = cost.nights().isEmpty() ? 0 : cost.nights().getFirst().lines().size();
        for (int i = 0; i < lines; i++) {
            int line = i;
            rows.add(
                    new Row(
                            cost.nights().getFirst().lines().get(line).price(),
                            cost.nights().stream()
                                    .map(nights -> nights.lines().get(line).cost())
                                    .toList(),
                            cost.nights().stream()
                                    .mapToDouble(
                                            nights ->
                                                    nights.lines().get(line).cost()
                                                            * nights.nightsAMonth())
                                    .sum()));
        }
        for (CostLine line : cost.monthly()) {
            rows.add(new Row(line.price(), noNights(cost), line.cost()));
        }
        return rows;
    }

    private static String[] cells(Row row) {
        return cells(
                row.name(),
                row.nights().stream().map(night -> night == 0 ? "" : money(night)),
                money(row.month()));
    }

    private static String[] cells(String name, Stream<String> nights, String month) {
        return Stream.of(
                        Stream.of(name),
                        nights.map(text -> "%10s".formatted(text)),
                        Stream.of("%9s".formatted(month)))
                .flatMap(cells -> cells)
                .toArray(String[]::new);
    }

    private static String money(double amount) {
        return String.format(Locale.ROOT, "%.4f", amount);
    }
}
