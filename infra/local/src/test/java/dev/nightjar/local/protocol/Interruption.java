package dev.nightjar.local.protocol;

import dev.nightjar.core.store.ObjectStore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A store in which something else happens, once, beside one call. */
final class Interruption {
    /** Stands for every verb that writes. */
    private static final String WRITE = "write";

    private static final Set<String> WRITES = Set.of("create", "put", "replace");

    private Interruption() {}

    /** What happens; a whole night may be interrupted. */
    @FunctionalInterface
    interface Event {
        void happen() throws InterruptedException;
    }

    /**
     * A store in which something happens just before the first call that fits.
     *
     * @param verb method of the store, or {@code write} for each that writes
     * @param key text that the key, or the prefix of a list, holds
     */
    static ObjectStore before(ObjectStore store, String verb, String key, Event event) {
        AtomicBoolean over = new AtomicBoolean();
        return watched(
                store,
                call -> {
                    if (call.fits(verb, key) && !over.getAndSet(true)) {
                        happen(event);
                    }
                },
                call -> {});
    }

    /** A store in which something happens just after the first call that fits. */
    static ObjectStore after(ObjectStore store, String verb, String key, Event event) {
        AtomicBoolean over = new AtomicBoolean();
        return watched(
                store,
                call -> {},
                call -> {
                    if (call.fits(verb, key) && !over.getAndSet(true)) {
                        happen(event);
                    }
                });
    }

    /** A store that tells of every call before it is made. */
    static ObjectStore told(ObjectStore store, Consumer<Call> listener) {
        return watched(store, listener, call -> {});
    }

    /** One call of the store. */
    record Call(String verb, String key) {
        boolean fits(String otherVerb, String part) {
            boolean same = otherVerb.equals(WRITE) ? WRITES.contains(verb) : otherVerb.equals(verb);
            return same && key.contains(part);
        }
    }

    private static ObjectStore watched(
            ObjectStore store, Consumer<Call> before, Consumer<Call> after) {
        return (ObjectStore)
                Proxy.newProxyInstance(
                        Interruption.class.getClassLoader(),
                        new Class<?>[] {ObjectStore.class},
                        (proxy, method, arguments) -> {
                            Object[] given = arguments == null ? new Object[0] : arguments;
                            String key = given.length == 0 ? "" : String.valueOf(given[0]);
                            Call call = new Call(method.getName(), key);
                            before.accept(call);
                            Object answer = answer(store, method, given);
                            after.accept(call);
                            return answer;
                        });
    }

    @SuppressWarnings("NullAway") // what the method answers, null or not, is handed on
    private static Object answer(ObjectStore store, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static void happen(Event event) {
        try {
            event.happen();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the test was stopped", stopped);
        }
    }
}
