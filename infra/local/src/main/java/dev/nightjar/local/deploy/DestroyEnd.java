package dev.nightjar.local.deploy;

import dev.nightjar.local.aws.Deployment;
import dev.nightjar.local.screen.Table;
import dev.nightjar.local.screen.Terminal;

import java.util.List;

/** The last lines of a removal: what stays, why, and how to remove it. */
record DestroyEnd(Terminal terminal) {
    /** The answer for a program. */
    private record Answer(String stack, List<Left> left, String find) {}

    /** Says what of the template outlives its stack. */
    void show(Deployment deployment, List<Left> left) {
        String find = find(deployment);
        terminal.document(new Answer(deployment.stack(), left, find));
        if (terminal.answersPrograms()) {
            return;
        }
        terminal.line("");
        terminal.line("removed  " + terminal.bold(deployment.stack()) + "   What stays:");
        Table table = new Table();
        left.forEach(one -> table.add(one.what(), one.why()));
        table.lines().forEach(line -> terminal.line("  " + line));
        terminal.line("");
        terminal.line("Their names:");
        terminal.line("  " + find);
        terminal.line("To remove them for good, after a look into them:");
        left.forEach(one -> one.remove().forEach(command -> terminal.line("  " + command)));
        terminal.line("");
        terminal.line("next     ./nightjar deploy      (with a new bucket and a new key)");
    }

    /** Everything that was made carries the deployment's tag. */
    private static String find(Deployment deployment) {
        return ("aws resourcegroupstaggingapi get-resources --tag-filters"
                        + " Key=deployment,Values=%s --query 'ResourceTagMappingList[].ResourceARN'")
                .formatted(deployment.name());
    }
}
