package dev.nightjar.local.doctor;

import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.Terminal;

import java.util.List;

/** Findings as people read them: a line each, and below what is not ok its fix. */
record DoctorScreen(Terminal terminal) {
    void show(List<Finding> findings) {
        for (Finding finding : findings) {
            terminal.line(
                    "%s  %-13s%s"
                            .formatted(status(finding.status()), finding.check(), finding.found()));
            if (finding.fix() != null) {
                terminal.line("%9s%-13s%s".formatted("", "fix", finding.fix()));
            }
        }
        terminal.line("");
        terminal.line(summary(findings));
    }

    private String status(Finding.Status status) {
        String word = "%-7s".formatted(status);
        return switch (status) {
            case OK -> terminal.green(word);
            case WARNING -> terminal.yellow(word);
            case PROBLEM -> terminal.red(word);
        };
    }

    private static String summary(List<Finding> findings) {
        long problems = count(findings, Finding.Status.PROBLEM);
        long warnings = count(findings, Finding.Status.WARNING);
        if (problems + warnings == 0) {
            return "All is well.";
        }
        return problems == 0
                ? "Nothing is broken; " + Figures.count(warnings, "warning") + "."
                : Figures.count(problems, "problem")
                        + ", "
                        + Figures.count(warnings, "warning")
                        + ".";
    }

    private static long count(List<Finding> findings, Finding.Status status) {
        return findings.stream().filter(one -> one.status() == status).count();
    }
}
