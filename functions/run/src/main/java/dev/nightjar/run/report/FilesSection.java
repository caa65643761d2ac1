package dev.nightjar.run.report;

import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.StoredPart;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Where things lie. */
record FilesSection(RunFacts facts, List<File> files) implements Section {
    /**
     * One object of the store.
     *
     * @param size in bytes, or a negative number when it is not recorded
     * @param sha256 of the content; empty when it is not recorded
     */
    record File(String name, String key, long size, String sha256) {
        File(String name, StoredPart part) {
            this(name, part.key(), part.size(), part.sha256());
        }

        File(String name, String key) {
            this(name, key, -1, "");
        }
    }

    FilesSection {
        files = List.copyOf(files);
    }

    static void add(List<File> files, String name, @Nullable StoredPart part) {
        if (part != null) {
            files.add(new File(name, part));
        }
    }

    @Override
    public String step() {
        return "PublishReport";
    }

    @Override
    public String title() {
        return "Where things lie";
    }

    @Override
    public boolean stands() {
        return true;
    }

    @Override
    public void writeTo(Markup out) {
        Table table = new Table().words("What").words("Where").number("Size").words("SHA-256");
        files.forEach(file -> row(table, file));
        row(table, new File("Records of the steps", Keys.run(facts.run()) + "steps"));
        row(table, new File("This report as data", Keys.reportJson(facts.run())));
        table.writeTo(out);
    }

    private void row(Table table, File file) {
        table.row(
                Cell.of(file.name()),
                Cell.code(Figures.shortened(facts.address().apply(file.key()), 200)),
                Cell.of(file.size() < 0 ? "" : Figures.bytes(file.size())),
                file.sha256().isEmpty() ? Cell.of("") : Cell.digest(file.sha256()));
    }
}
