package dev.nightjar.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import dev.nightjar.aws.Environment;
import dev.nightjar.local.platform.Home;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Which way the modules may look, read from what was compiled. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private static final List<String> MODULES =
            List.of("core", "pipeline", "tables", "aws", "run", "training", "scoring");

    private final JavaClasses classes = new ClassFileImporter().importPaths(folders());

    private static List<Path> folders() {
        Path root = Home.find().folder();
        List<Path> folders = new ArrayList<>();
        MODULES.forEach(name -> folders.add(root.resolve("functions/" + name + "/target/classes")));
        folders.add(root.resolve("infra/asl/target/classes"));
        folders.add(root.resolve("infra/local/target/classes"));
        return folders;
    }

    @BeforeAll
    void everyModuleWasReadAndIsNoPlaceholder() throws IOException {
        for (Path folder : folders()) {
            try (var files = Files.walk(folder)) {
                assertThat(files.filter(file -> file.toString().endsWith(".class")).count())
                        .as(folder.toString())
                        .isGreaterThan(3);
            }
        }
    }

    @Test
    void coreKnowsTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("dev.nightjar.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.nightjar.core..", "java..", "javax.crypto..", "org.jspecify..")
                .check(classes);
    }

    @ParameterizedTest
    @CsvSource({
        "pipeline, core",
        "tables,   core",
        "aws,      core pipeline",
        "run,      core pipeline aws tables",
        "training, core pipeline aws tables run",
        "scoring,  core pipeline aws tables run",
        "asl,      asl"
    })
    void aModuleLooksOnlyDownwards(String module, String below) {
        List<String> allowed = new ArrayList<>(List.of("dev.nightjar." + module + ".."));
        for (String name : below.split(" ", -1)) {
            allowed.add("dev.nightjar." + name + "..");
        }
        noClasses()
                .that()
                .resideInAPackage("dev.nightjar." + module + "..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("dev.nightjar..")
                                .and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
                .check(classes);
    }

    @Test
    void nobodyLooksIntoTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.nightjar.local..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.nightjar.local..", "dev.nightjar.cdk..")
                .check(classes);
    }

    @Test
    void onlyTrainingKnowsTrainers() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.nightjar.training..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.tribuo..", "ml.dmlc..", "com.oracle.labs..")
                .check(classes);
    }

    @Test
    void onlyTheHandlersBaseKnowsAws() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.nightjar.aws..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.amazonaws..", "software.amazon..")
                .check(classes);
    }

    @Test
    void timeChanceAndEnvironmentArePassedIn() {
        noClasses()
                .that(
                        resideOutsideOfPackages("dev.nightjar.local..")
                                .and(not(equivalentTo(Environment.class))))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(Random.class)
                .check(classes);
    }

    @Test
    void nothingIsDeserialisedByJava() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .check(classes);
    }
}
