package dev.nightjar.pipeline.json;

import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.module.SimpleModule;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/**
 * Calls constructors of records by reflection. Jackson calls them by method handles, and for every
 * other list of parameters the JVM then makes classes: a tenth of a function's start.
 */
final class RecordConstructors extends ValueInstantiators.Base {
    private RecordConstructors() {}

    static SimpleModule module() {
        return new SimpleModule("record-constructors") {
            private static final long serialVersionUID = 1L;

            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.addValueInstantiators(new RecordConstructors());
            }
        };
    }

    @Override
    public ValueInstantiator modifyValueInstantiator(
            DeserializationConfig config, BeanDescription.Supplier type, ValueInstantiator usual) {
        return type.getBeanClass().isRecord() && usual instanceof StdValueInstantiator standard
                ? new Reflective(standard)
                : usual;
    }

    private static final class Reflective extends StdValueInstantiator {
        private static final long serialVersionUID = 1L;

        Reflective(StdValueInstantiator usual) {
            super(usual);
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] components) {
            try {
                return ((Constructor<?>) _withArgsCreator.getAnnotated()).newInstance(components);
            } catch (InvocationTargetException refused) {
                if (refused.getCause() instanceof Error broken) {
                    throw broken;
                }
                return refused(context, components, refused);
            } catch (ReflectiveOperationException unreachable) {
                return refused(context, components, unreachable);
            }
        }

        private Object refused(
                DeserializationContext context, Object[] components, Exception problem) {
            return context.handleInstantiationProblem(
                    _valueClass, components, rewrapCtorProblem(context, problem));
        }
    }
}
