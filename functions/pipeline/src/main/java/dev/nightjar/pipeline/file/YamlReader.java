package dev.nightjar.pipeline.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.Optional;

/**
 * Reads YAML into a document. A file that is no YAML is one problem: nothing after it is certain.
 */
final class YamlReader {
    private static final int LARGEST = 1_000_000;
    private static final String LOOK =
            "Look at indentation, colons and quotes here; texts that hold braces, brackets, commas"
                    + " or ': ' need quotes";

    private YamlReader() {}

    static Document read(String file, byte[] yaml, Problems problems) {
        Document document = new Document(file);
        Optional<String> text = decode(yaml);
        if (text.isEmpty()) {
            refuse(document, problems, "encoding", "this is no UTF-8 text", "Save it as UTF-8");
        } else if (yaml.length > LARGEST) {
            refuse(
                    document,
                    problems,
                    "too-large",
                    "the file has " + yaml.length + " bytes, more than " + LARGEST,
                    "Split it into several pipelines");
        } else {
            readText(text.get(), document, problems);
        }
        return document;
    }

    /** A value as YAML writes it on the command line. */
    static Node value(String text) {
        return new Compose(settings("--set"))
                .composeString(text)
                .orElseThrow(() -> new YamlEngineException("there is no value"));
    }

    private static void readText(String text, Document document, Problems problems) {
        try {
            Iterator<Node> nodes =
                    new Compose(settings(document.file())).composeAllFromString(text).iterator();
            if (!nodes.hasNext()) {
                refuse(document, problems, "empty", "the file is empty", "Begin with columns:");
                return;
            }
            Node node = nodes.next();
            if (!(node instanceof MappingNode mapping)) {
                refuse(
                        document,
                        problems,
                        "not-a-table",
                        "the file has no keys",
                        "Begin with columns:");
                return;
            }
            TreeBuilder builder = new TreeBuilder(document, problems, null);
            builder.fillRoot(mapping);
            if (builder.stopped()) {
                document.root().removeAll();
            }
            if (nodes.hasNext()) {
                problems.errorAt(
                        place(document, nodes.next().getStartMark()),
                        Pointer.ROOT,
                        "two-documents",
                        "a second document begins here",
                        "Write one pipeline a file");
            }
        } catch (MarkedYamlEngineException broken) {
            problems.errorAt(
                    place(document, broken.getProblemMark()),
                    Pointer.ROOT,
                    "yaml",
                    words(broken),
                    LOOK);
        } catch (YamlEngineException broken) {
            refuse(document, problems, "yaml", "this is no YAML: " + broken.getMessage(), LOOK);
        }
    }

    private static Place place(Document document, Optional<Mark> mark) {
        return mark.map(at -> new Place(document.file(), at.getLine() + 1, at.getColumn() + 1))
                .orElse(new Place(document.file(), 1, 1));
    }

    private static String words(MarkedYamlEngineException broken) {
        String problem = broken.getProblem() == null ? "it breaks off" : broken.getProblem();
        String context = broken.getContext() == null ? "" : " " + broken.getContext();
        return "this is no YAML: " + problem.strip() + context.stripTrailing();
    }

    private static void refuse(
            Document document, Problems problems, String code, String message, String remedy) {
        problems.error(document, Pointer.ROOT, code, message, remedy);
    }

    private static Optional<String> decode(byte[] yaml) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(yaml)).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static LoadSettings settings(String label) {
        return LoadSettings.builder()
                .setLabel(label)
                .setUseMarks(true)
                .setSchema(new CoreSchema())
                .setCodePointLimit(LARGEST)
                .build();
    }
}
