package dev.nightjar.local.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** The archive of the training machine: what learns, with the native libraries that it needs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingArchiveTest {
    private static final long LAMBDAS_LIMIT = 250L * 1024 * 1024;
    private static final String OPEN_MP = "lib/libgomp.so.1";

    private Archive archive = new Archive("training", Path.of(""));
    private final Map<String, NativeLibrary> natives = new TreeMap<>();

    @BeforeAll
    void readsTheNatives() {
        archive = Archive.of("training");
        archive.contents(name -> !name.endsWith(".class"))
                .forEach(
                        (name, content) -> {
                            if (NativeLibrary.isOne(content)) {
                                natives.put(name, NativeLibrary.read(content));
                            }
                        });
    }

    @Test
    void fitsIntoAFunctionUnpacked() {
        assertThat(archive.entries().stream().mapToLong(ZipEntry::getSize).sum())
                .isLessThan(LAMBDAS_LIMIT);
    }

    @Test
    void holdsNativesOfOneArchitecture() {
        assertThat(natives).hasSize(2);
        assertThat(natives.values()).extracting(NativeLibrary::machine).containsOnly(machine());
    }

    private NativeLibrary.Machine machine() {
        return natives.values().iterator().next().machine();
    }

    @Test
    void holdsNothingForAnotherSystem() {
        assertThat(archive.names())
                .noneMatch(name -> name.endsWith(".dll") || name.endsWith(".dylib"))
                .noneMatch(name -> name.endsWith(".jnilib") || name.endsWith(".exe"));
    }

    @Test
    void xgboostFindsItsLibraryWhereItLooks() {
        assertThat(natives).containsKey("lib/linux/" + machine().folder() + "/libxgboost4j.so");
    }

    @Test
    void openMpLiesWhereLambdaLooksForLibraries() {
        assertThat(natives).containsKey(OPEN_MP);
        assertThat(natives.get(OPEN_MP)).extracting(NativeLibrary::name).isEqualTo("libgomp.so.1");
    }

    @Test
    void whatANativeNeedsIsInTheArchiveOrInLambdasBase() {
        Set<String> brought =
                natives.keySet().stream()
                        .filter(name -> name.matches("lib/[^/]+"))
                        .map(name -> name.substring("lib/".length()))
                        .collect(Collectors.toSet());
        assertThat(natives)
                .allSatisfy(
                        (_, library) ->
                                assertThat(library.needed())
                                        .isNotEmpty()
                                        .allMatch(
                                                name ->
                                                        brought.contains(name)
                                                                || LambdaBase.LIBRARIES.contains(
                                                                        name)));
    }

    @Test
    void noNativeNeedsANewerSystemThanLambdas() {
        assertThat(natives.values())
                .flatExtracting(library -> library.versions().entrySet())
                .filteredOn(asked -> LambdaBase.LIBRARIES.contains(asked.getKey()))
                .isNotEmpty()
                .flatExtracting(Map.Entry::getValue)
                .allMatch(TrainingArchiveTest::isThere);
    }

    private static boolean isThere(String version) {
        int at = version.lastIndexOf('_');
        String newest = LambdaBase.NEWEST.get(version.substring(0, at));
        return newest != null
                && Version.parse(version.substring(at + 1)).compareTo(Version.parse(newest)) <= 0;
    }

    @Test
    void saysUnderWhichLicenceOpenMpIs() {
        Map<String, byte[]> notice = archive.contents("META-INF/THIRD-PARTY.md"::equals);

        assertThat(notice).hasSize(1);
        assertThat(new String(notice.values().iterator().next(), StandardCharsets.UTF_8))
                .contains("`" + OPEN_MP + "` | GPL-3.0-or-later WITH GCC-exception-3.1");
    }
}
