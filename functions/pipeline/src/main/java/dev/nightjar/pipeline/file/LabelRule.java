package dev.nightjar.pipeline.file;

import dev.nightjar.core.definition.Role;

import java.util.List;

/** One label, and something to learn it from. */
final class LabelRule implements Rule {
    @Override
    public void check(Document document, Facts facts, Problems problems) {
        List<String> labels = facts.withRole(Role.LABEL);
        for (String second : labels.subList(Math.min(1, labels.size()), labels.size())) {
            problems.error(
                    document,
                    second + "/role",
                    "two-labels",
                    "columns '"
                            + Pointer.name(labels.getFirst())
                            + "' and '"
                            + Pointer.name(second)
                            + "' are both the label",
                    "Keep one; give the other role: ignore, or none to learn from it");
        }
        if (!facts.rolesAreCertain() || facts.columns().isEmpty()) {
            return;
        }
        if (labels.isEmpty()) {
            problems.errorBeside(
                    document.keyPlace(Facts.COLUMNS),
                    Facts.COLUMNS,
                    "no-label",
                    "no column is the label",
                    "Give the column that is to be predicted role: label");
        } else if (facts.withRole(Role.FEATURE).isEmpty()) {
            problems.errorBeside(
                    document.keyPlace(Facts.COLUMNS),
                    Facts.COLUMNS,
                    "no-feature",
                    "no column is a feature",
                    "Add a column with a type and no role: it is learned from");
        }
    }
}
