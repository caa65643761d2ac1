package dev.nightjar.local.archive;

import java.util.Map;
import java.util.Set;

/**
 * What Lambda's system brings for native code. The runtime java25 stands on Amazon Linux 2023
 * ("Lambda runtimes"), on the packages of its minimal container image ("Using AL2023 in AWS
 * Lambda"): of the compiler's libraries glibc, libgcc and libstdc++, but not libgomp ("Comparing
 * packages installed on Amazon Linux 2023 container images"). Versions are those of glibc 2.34 and
 * GCC 11 ("Core toolchain packages").
 */
final class LambdaBase {
    static final Set<String> LIBRARIES =
            Set.of(
                    "ld-linux-x86-64.so.2",
                    "ld-linux-aarch64.so.1",
                    "libc.so.6",
                    "libdl.so.2",
                    "libm.so.6",
                    "libpthread.so.0",
                    "librt.so.1",
                    "libgcc_s.so.1",
                    "libstdc++.so.6");

    /** The newest version that each family of symbols has there. */
    static final Map<String, String> NEWEST =
            Map.of(
                    "GLIBC", "2.34",
                    "GLIBCXX", "3.4.29",
                    "CXXABI", "1.3.13",
                    "GCC", "7.0.0");

    private LambdaBase() {}
}
