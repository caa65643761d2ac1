package dev.nightjar.training.learn;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Lets XGBoost's threads sleep while they wait for each other. By default OpenMP's spin, which on a
 * machine with other work (two candidates at once, a shared core) made a training of one second
 * last ten. OpenMP reads {@code OMP_WAIT_POLICY} when XGBoost's library is loaded; a value given
 * from outside stays.
 */
final class NativeThreads {
    static {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("setenv").ifPresent(setenv -> set(linker, setenv));
    }

    private NativeThreads() {}

    /** To be called before XGBoost's library is loaded; later calls change nothing. */
    static void waitPassively() {}

    @SuppressWarnings("restricted") // setenv of the C library, with its own signature
    private static void set(Linker linker, MemorySegment setenv) {
        MethodHandle call =
                linker.downcallHandle(
                        setenv, FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int keepGiven = 0;
            int _ =
                    (int)
                            call.invokeExact(
                                    arena.allocateFrom("OMP_WAIT_POLICY"),
                                    arena.allocateFrom("passive"),
                                    keepGiven);
        } catch (Throwable e) { // what a method handle declares; setenv itself throws nothing
            throw new IllegalStateException("setenv cannot be called", e);
        }
    }
}
