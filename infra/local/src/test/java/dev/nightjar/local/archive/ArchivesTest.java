package dev.nightjar.local.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.local.platform.Home;
import dev.nightjar.pipeline.functions.FunctionEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** What holds for each archive: it is whole, and tells nothing of who built it. */
@ParameterizedClass
@ValueSource(strings = {"scoring", "training"})
class ArchivesTest {
    private static final String OURS = "dev/nightjar/";
    private static final String SERVICES = "META-INF/services/";
    private static final Pattern FIXED_TIME =
            Pattern.compile("<project.build.outputTimestamp>([^<]+)<");
    private static final Pattern PACKAGE = Pattern.compile("^\\| [^|]+ \\| ([a-z0-9., ]+) \\|");

    private final Archive archive;

    ArchivesTest(String name) {
        this.archive = Archive.of(name);
    }

    @Test
    void everyHandlerLoadsFromItAlone() throws IOException, ReflectiveOperationException {
        assertThat(archive.functions()).hasSizeGreaterThan(4);
        URL[] alone = {archive.file().toUri().toURL()};
        try (URLClassLoader loader =
                new URLClassLoader(alone, ClassLoader.getPlatformClassLoader())) {
            for (FunctionEntry function : archive.functions()) {
                Class<?> handler = Class.forName(function.className(), true, loader);

                assertThat(handler.getClassLoader()).isSameAs(loader);
                assertThat(handler.getConstructor()).isNotNull();
                assertThat(handler.getSuperclass().getInterfaces())
                        .extracting(Class::getName)
                        .containsExactly(
                                "com.amazonaws.services.lambda.runtime.RequestStreamHandler");
            }
        }
    }

    @Test
    void everyClassThatOursNameIsInItOrInTheJdk() {
        Set<String> inside = new HashSet<>(archive.names());
        Set<String> named = new TreeSet<>();
        archive.contents(name -> name.startsWith(OURS) && name.endsWith(".class"))
                .values()
                .forEach(content -> named.addAll(classesNamedIn(content)));

        assertThat(named).hasSizeGreaterThan(500).contains("java/lang/String.class");
        assertThat(named)
                .allMatch(
                        name ->
                                inside.contains(name)
                                        || ClassLoader.getPlatformClassLoader().getResource(name)
                                                != null);
    }

    private static Set<String> classesNamedIn(byte[] content) {
        Set<String> names = new HashSet<>();
        for (PoolEntry entry : ClassFile.of().parse(content).constantPool()) {
            if (entry instanceof ClassEntry named && !named.asSymbol().isArray()) {
                names.add(named.asInternalName() + ".class");
            }
        }
        return names;
    }

    @Test
    void everyServiceThatItOffersIsInIt() {
        Map<String, byte[]> services = archive.contents(name -> name.startsWith(SERVICES));
        List<String> providers =
                services.values().stream()
                        .map(content -> new String(content, StandardCharsets.UTF_8))
                        .flatMap(String::lines)
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .map(line -> line.replace('.', '/') + ".class")
                        .toList();

        assertThat(services).containsKey(SERVICES + "software.amazon.awssdk.http.SdkHttpService");
        assertThat(archive.names()).containsAll(providers);
    }

    @Test
    void namesEveryLibraryThatItBrings() {
        List<String> named =
                new String(
                                archive.contents("META-INF/THIRD-PARTY.md"::equals)
                                        .get("META-INF/THIRD-PARTY.md"),
                                StandardCharsets.UTF_8)
                        .lines()
                        .map(PACKAGE::matcher)
                        .filter(Matcher::find)
                        .flatMap(line -> Stream.of(line.group(1).split(", ", -1)))
                        .map(name -> name.replace('.', '/') + "/")
                        .toList();

        assertThat(archive.names())
                .filteredOn(name -> name.endsWith(".class") && !name.startsWith(OURS))
                .isNotEmpty()
                .allMatch(name -> named.stream().anyMatch(name::startsWith));
    }

    @Test
    void holdsNothingTwice() {
        assertThat(archive.names()).doesNotHaveDuplicates();
    }

    @Test
    void holdsNoSignatureManifestOrModule() {
        assertThat(archive.names())
                .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|DSA|RSA|MF)"))
                .noneMatch(name -> name.startsWith("META-INF/maven/"))
                .noneMatch(name -> name.startsWith("META-INF/versions/"))
                .noneMatch(name -> name.endsWith("module-info.class"));
    }

    @Test
    void bearsNoTimeOfTheBuild() throws IOException {
        Matcher fixed =
                FIXED_TIME.matcher(Files.readString(Home.find().folder().resolve("pom.xml")));
        assertThat(fixed.find()).isTrue();
        LocalDateTime time = LocalDateTime.ofInstant(Instant.parse(fixed.group(1)), ZoneOffset.UTC);

        assertThat(archive.entries())
                .filteredOn(entry -> entry.getName().startsWith(OURS))
                .extracting(ZipEntry::getTimeLocal)
                .containsOnly(time);
        assertThat(archive.entries())
                .extracting(ZipEntry::getTimeLocal)
                .noneMatch(entry -> entry.isAfter(time));
    }

    @Test
    void bearsNoPlaceOfTheBuild() {
        String place = Home.find().folder().toAbsolutePath().toString();

        assertThat(place).hasSizeGreaterThan(3);
        archive.contents(_ -> true)
                .forEach(
                        (name, content) ->
                                assertThat(
                                                new String(content, StandardCharsets.ISO_8859_1)
                                                        .contains(place))
                                        .as(name)
                                        .isFalse());
    }
}
