package dev.nightjar.local.screen;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers as JSON: unlike in the store, what is null stands there as null. */
final class Documents {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .changeDefaultVisibility(
                            checker ->
                                    checker.withGetterVisibility(Visibility.NONE)
                                            .withIsGetterVisibility(Visibility.NONE)
                                            .withFieldVisibility(Visibility.ANY))
                    .build();

    private Documents() {}

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
