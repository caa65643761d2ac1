package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Optional;

/** Makes commands with the context that they need. */
final class CommandFactory implements IFactory {
    private final CommandContext context;
    private final IFactory others = CommandLine.defaultFactory();

    CommandFactory(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Optional<Constructor<?>> constructor =
                Arrays.stream(type.getDeclaredConstructors())
                        .filter(one -> one.getParameterCount() == 1)
                        .filter(one -> one.getParameterTypes()[0] == CommandContext.class)
                        .findFirst();
        return constructor.isPresent() ? type.cast(made(constructor.get())) : others.create(type);
    }

    private Object made(Constructor<?> constructor) throws ReflectiveOperationException {
        try {
            return constructor.newInstance(context);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(constructor + " failed", failed.getCause());
        }
    }
}
