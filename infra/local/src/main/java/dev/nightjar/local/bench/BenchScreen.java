package dev.nightjar.local.bench;

import static java.util.Objects.requireNonNullElse;

import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.Table;
import dev.nightjar.local.screen.Terminal;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/** Shows a benchmark to people. */
final class BenchScreen {
    private BenchScreen() {}

    static void begin(Terminal terminal, Benchmark benchmark, boolean quick) {
        terminal.note(
                "%s   %s   (%s, Java %s%s)"
                        .formatted(
                                terminal.bold("nightjar bench " + benchmark.name()),
                                benchmark.description(),
                                Figures.count(
                                        Runtime.getRuntime().availableProcessors(), "processor"),
                                Runtime.version().feature(),
                                quick ? ", quick: the figures mean nothing" : ""));
    }

    static void end(Terminal terminal, List<Figure> figures) {
        Table table = new Table();
        table.add("benchmark", "measured", "baseline", "unit", "ratio", "goal", "");
        for (Figure figure : figures) {
            table.add(
                    figure.benchmark(),
                    number(figure.measured()),
                    number(figure.baseline()),
                    figure.unit(),
                    figure.ratio() == null ? "-" : number(figure.ratio()) + "x",
                    requireNonNullElse(figure.goal(), ""),
                    verdict(figure));
        }
        List<String> lines = table.lines();
        terminal.line(terminal.dim(lines.getFirst()));
        for (int i = 0; i < figures.size(); i++) {
            terminal.line(coloured(lines.get(i + 1), figures.get(i), terminal));
            terminal.line(terminal.dim("    " + figures.get(i).notes()));
        }
    }

    private static String verdict(Figure figure) {
        Boolean met = figure.met();
        if (met == null) {
            return figure.goal() == null ? "" : "unknown";
        }
        return met ? "met" : "missed";
    }

    private static String coloured(String line, Figure figure, Terminal terminal) {
        String verdict = verdict(figure);
        String start = line.substring(0, line.length() - verdict.length());
        return switch (verdict) {
            case "met" -> start + terminal.green(verdict);
            case "missed" -> start + terminal.red(verdict);
            default -> line;
        };
    }

    /** Three digits, or all before the point. */
    private static String number(@Nullable Double value) {
        if (value == null) {
            return "-";
        }
        double size = Math.abs(value);
        String form = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, form, value);
    }
}
