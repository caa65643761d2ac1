package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.plan.FunctionRights;
import dev.nightjar.local.plan.PlanAnswer;
import dev.nightjar.local.plan.PlannedResource;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.Table;
import dev.nightjar.local.screen.Terminal;
import dev.nightjar.local.screen.Wrapped;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan for people.
 *
 * @param allRights whether rights are shown with their actions and keys
 */
record PlanScreen(Terminal terminal, boolean allRights) {
    private static final int MOST_NAMES = 3;
    private static final String INDENT = "  ";

    PlanScreen {
        requireNonNull(terminal, "terminal is null");
    }

    void show(PlanAnswer plan) {
        String owner = plan.owner() == null ? "" : "   owner " + plan.owner();
        terminal.line(terminal.bold(plan.pipeline()) + owner + "   " + level(plan.levels()));
        plan.machines().forEach(new MachinePlanScreen(terminal)::show);
        if (allRights) {
            rights(plan.functions());
        } else {
            rightsInShort(plan.functions());
        }
        resources(plan.resources());
        new CostScreen(terminal).show(plan.cost());
        terminal.line("");
    }

    private static String level(Map<String, String> levels) {
        Set<String> different = Set.copyOf(levels.values());
        return "service level "
                + (different.size() == 1
                        ? different.iterator().next()
                        : levels.entrySet().stream()
                                .map(each -> each.getKey() + " " + each.getValue())
                                .collect(Collectors.joining(", ")));
    }

    private void heading(String name, String text) {
        terminal.line("");
        terminal.line(terminal.bold(name) + "   " + text);
    }

    private void rightsInShort(List<FunctionRights> functions) {
        heading("rights", "of each function, in patterns of keys (--rights: keys and IAM actions)");
        Table table = new Table();
        for (FunctionRights function : functions) {
            table.add(
                    function.function().replaceFirst("Function$", ""),
                    function.memory() + " MB",
                    String.join(
                            ", ", function.rights().stream().map(PlanScreen::inShort).toList()));
        }
        table.lines().forEach(line -> terminal.line(INDENT + line));
    }

    private static String inShort(FunctionRights.Right right) {
        return right.ofKeys() ? right.verb() + " " + right.on().size() : right.what();
    }

    private void rights(List<FunctionRights> functions) {
        heading("rights", "of each function, beside writing its own log and traces");
        for (FunctionRights function : functions) {
            terminal.line(
                    INDENT
                            + terminal.bold(function.function())
                            + "   %d MB, %d s, archive %s"
                                    .formatted(
                                            function.memory(),
                                            function.timeout(),
                                            function.archive()));
            for (FunctionRights.Right right : function.rights()) {
                String action = String.join(", ", right.actions());
                terminal.line(INDENT.repeat(2) + right.what() + terminal.dim("   " + action));
                Wrapped.words(INDENT.repeat(4), right.on(), INDENT).forEach(terminal::line);
            }
        }
    }

    private void resources(List<PlannedResource> resources) {
        heading("creates", "with ./nightjar deploy, unless it is there");
        Table own = new Table();
        Map<String, List<String>> shared = new LinkedHashMap<>();
        for (PlannedResource resource : resources) {
            if (resource.shared()) {
                shared.computeIfAbsent(resource.kind(), _ -> new ArrayList<>())
                        .add(resource.name());
            } else {
                own.add(resource.kind(), resource.name(), resource.purpose());
            }
        }
        own.lines().forEach(line -> terminal.line(INDENT + line));
        terminal.line(INDENT + "once for all pipelines (every name: --json):");
        Table table = new Table();
        shared.forEach((kind, names) -> table.add(Figures.count(names.size(), kind), some(names)));
        table.lines().forEach(line -> terminal.line(INDENT.repeat(2) + line));
    }

    private static String some(List<String> all) {
        List<String> names = all.stream().distinct().toList();
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : names.getFirst() + " and " + (names.size() - 1) + " more";
    }
}
