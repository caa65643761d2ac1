package dev.nightjar.pipeline.file;

import dev.nightjar.core.definition.Task;
import dev.nightjar.core.definition.TrainerKind;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Candidates that fit the label, with settings that their trainer has, and not too many of them.
 */
final class CandidateRule implements Rule {
    private static final String CANDIDATES = "/training/candidates";

    @Override
    public void check(Document document, Facts facts, Problems problems) {
        if (!document.at(CANDIDATES).map(node -> node.isArray()).orElse(false)) {
            return;
        }
        for (String candidate : document.members(CANDIDATES)) {
            trainer(document, problems, candidate)
                    .ifPresent(
                            trainer -> {
                                checkSettings(document, problems, candidate, trainer);
                                checkTask(document, facts, problems, candidate, trainer);
                            });
        }
        checkGrid(document, problems);
    }

    private static Optional<TrainerKind> trainer(
            Document document, Problems problems, String candidate) {
        String pointer = candidate + "/trainer";
        return problems.sound(document, pointer)
                ? Spelled.find(TrainerKind.class, document.written(pointer))
                : Optional.empty();
    }

    private static void checkSettings(
            Document document, Problems problems, String candidate, TrainerKind trainer) {
        Set<String> known = TrainerSettings.defaults(trainer).keySet();
        for (String setting : document.members(candidate)) {
            String name = Pointer.name(setting);
            if (!name.equals("trainer") && !known.contains(name) && problems.untouched(setting)) {
                problems.errorOfKey(
                        document,
                        setting,
                        "setting-of-another",
                        trainer + " has no setting '" + name + "'",
                        "Its settings: " + String.join(", ", known));
            }
        }
    }

    private static void checkTask(
            Document document,
            Facts facts,
            Problems problems,
            String candidate,
            TrainerKind trainer) {
        Optional<Task> task = facts.task();
        if (task.isPresent() && !TrainerSettings.fits(trainer, task.get())) {
            List<String> fitting =
                    TrainerSettings.trainers(task.get()).stream().map(Object::toString).toList();
            problems.error(
                    document,
                    candidate + "/trainer",
                    "trainer-of-another-task",
                    trainer + " does not learn a " + task.get() + " label",
                    "Write " + String.join(" or ", fitting));
        }
    }

    private static void checkGrid(Document document, Problems problems) {
        if (!problems.sound(document, CANDIDATES)) {
            return;
        }
        double points = 0;
        for (String candidate : document.members(CANDIDATES)) {
            points +=
                    document.members(candidate).stream()
                            .mapToDouble(setting -> Math.max(1, document.root().at(setting).size()))
                            .reduce(1, (left, right) -> left * right);
        }
        if (points > TrainerSettings.LARGEST_GRID) {
            problems.errorOfKey(
                    document,
                    CANDIDATES,
                    "grid-too-large",
                    "the grid has "
                            + Math.round(points)
                            + " points, more than "
                            + TrainerSettings.LARGEST_GRID,
                    "Shorten the lists of settings");
        }
    }
}
