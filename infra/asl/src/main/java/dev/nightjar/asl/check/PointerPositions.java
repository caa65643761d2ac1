package dev.nightjar.asl.check;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;
import java.util.Map;

/**
 * Where the values of a text of JSON are, so that a {@link dev.nightjar.asl.Problem} can be shown
 * in it. Immutable and safe for use by many threads.
 */
public final class PointerPositions {
    /**
     * A place in a text.
     *
     * @param line from 1
     * @param column from 1
     */
    public record Position(int line, int column) {}

    private static final Position START = new Position(1, 1);

    private final Map<String, Position> positions;

    private PointerPositions(Map<String, Position> positions) {
        this.positions = Map.copyOf(positions);
    }

    /** The positions of a text; of one that is not JSON, those before its fault and the fault. */
    public static PointerPositions of(String text) {
        Map<String, Position> positions = new HashMap<>();
        try (JsonParser parser = JsonMapper.shared().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                // A member begins with its name, an element with itself.
                String pointer = parser.streamReadContext().pathAsPointer().toString();
                if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    positions.putIfAbsent(pointer, position(parser.currentTokenLocation()));
                }
            }
        } catch (JacksonException fault) {
            positions.put("", fault.getLocation() == null ? START : position(fault.getLocation()));
        }
        return new PointerPositions(positions);
    }

    private static Position position(TokenStreamLocation location) {
        return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** Where a JSON pointer leads; where it leads to nothing, where the nearest value around is. */
    public Position at(String pointer) {
        String known = pointer;
        while (!positions.containsKey(known) && !known.isEmpty()) {
            known = known.substring(0, Math.max(0, known.lastIndexOf('/')));
        }
        return positions.getOrDefault(known, START);
    }
}
