package dev.nightjar.pipeline.json;

import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;

import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

import java.util.function.Function;

/** The words that stand in JSON as one text, as people write them. */
final class TextTypes {
    private TextTypes() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("nightjar");
        add(module, Slot.class, Slot::parse);
        add(module, RunId.class, RunId::parse);
        return module;
    }

    private static <T> void add(SimpleModule module, Class<T> type, Function<String, T> parser) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new Parsed<>(type, parser));
    }

    private static final class Parsed<T> extends FromStringDeserializer<T> {
        private final Function<String, T> parser;

        Parsed(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        @SuppressWarnings("unchecked") // the type that the deserializer was made for
        protected T _deserialize(String text, DeserializationContext context) {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException unreadable) {
                return (T)
                        context.handleWeirdStringValue(
                                handledType(), text, "%s", unreadable.getMessage());
            }
        }
    }
}
