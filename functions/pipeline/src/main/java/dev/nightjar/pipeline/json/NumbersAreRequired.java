package dev.nightjar.pipeline.json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Refuses to read an absent number as 0: a count that nobody wrote is not a count of nothing. */
final class NumbersAreRequired extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        Class<?> type = member.getRawType();
        boolean number =
                member instanceof AnnotatedParameter && type.isPrimitive() && type != boolean.class;
        return number ? Boolean.TRUE : super.hasRequiredMarker(config, member);
    }
}
