package dev.nightjar.local.doctor;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.deploy.CdkTool;
import dev.nightjar.local.deploy.DeployedPipelines;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.pipeline.file.Problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What this machine has. Only Java and disk are needed to run nights here; the rest is for those
 * who build, deploy or test.
 *
 * @param store the folder that is or will be the store, or one above it
 */
record HereChecks(Asked asked, CdkTool cdk, DeployedPipelines pipelines, Path store) {
    private static final String EMULATOR = "localstack/localstack:4.14.0";
    private static final int OLDEST_JAVA = 25;
    private static final int OLDEST_NODE = 22;
    private static final long LEAST_BYTES = 1_000_000_000;
    private static final long FEW_BYTES = 5_000_000_000L;
    private static final Pattern NODE = Pattern.compile("v(\\d+)\\..*");

    HereChecks {
        requireNonNull(asked, "asked is null");
        requireNonNull(cdk, "cdk is null");
        requireNonNull(pipelines, "pipelines is null");
        requireNonNull(store, "store is null");
    }

    List<Finding> look() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(maven());
        findings.add(node());
        findings.add(pinnedCdk());
        findings.addAll(docker());
        findings.add(disk());
        findings.add(pipelineFiles());
        return findings;
    }

    private static Finding java() {
        Runtime.Version version = Runtime.version();
        return version.feature() >= OLDEST_JAVA
                ? Finding.ok("Java", version.toString())
                : Finding.problem("Java", version.toString(), "install a JDK 25");
    }

    private Finding maven() throws InterruptedException {
        return asked.answer("mvn", "--version")
                .map(said -> Finding.ok("Maven", said.replaceFirst("^Apache Maven ", "")))
                .orElseGet(
                        () ->
                                Finding.warning(
                                        "Maven",
                                        "not on the PATH; the launcher builds with it",
                                        "install Maven 3.8.7 or newer"));
    }

    private Finding node() throws InterruptedException {
        Optional<String> version = asked.answer("node", "--version");
        if (version.isEmpty() || asked.tools().find("npx").isEmpty()) {
            return Finding.warning(
                    "Node.js", "not on the PATH; deploy needs it", "install Node.js 22 or newer");
        }
        Matcher parts = NODE.matcher(version.get());
        boolean young = parts.matches() && Integer.parseInt(parts.group(1)) >= OLDEST_NODE;
        return young
                ? Finding.ok("Node.js", version.get())
                : Finding.warning(
                        "Node.js",
                        version.get() + ", which the CDK no longer supports",
                        "install Node.js 22 or newer");
    }

    private Finding pinnedCdk() {
        String pinned = cdk.pinned().orElse("none");
        if (cdk.isReady()) {
            return Finding.ok("CDK", pinned + ", as pinned");
        }
        String found =
                cdk.installed()
                        .map(other -> other + " is installed, " + pinned + " is pinned")
                        .orElse(pinned + " is pinned and not installed");
        return Finding.warning("CDK", found, "npm ci      (deploy does it too)");
    }

    private List<Finding> docker() throws InterruptedException {
        Optional<String> version =
                asked.answer("docker", "version", "--format", "{{.Server.Version}}");
        if (version.isEmpty()) {
            return List.of(
                    Finding.warning(
                            "Docker",
                            "does not answer; only the tests of the deployed system need it",
                            "start Docker, or leave it"));
        }
        Finding docker = Finding.ok("Docker", version.get());
        boolean there =
                asked.answer("docker", "image", "inspect", "--format", "{{.Id}}", EMULATOR)
                        .isPresent();
        return List.of(
                docker,
                there
                        ? Finding.ok("emulator", EMULATOR)
                        : Finding.warning(
                                "emulator",
                                EMULATOR + " is not here; only tests need it",
                                "docker pull " + EMULATOR));
    }

    private Finding disk() {
        Path there = store;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            String found = Figures.bytes(free) + " free for " + store;
            if (free >= FEW_BYTES) {
                return Finding.ok("disk", found);
            }
            String fix = "free some, or name another store with --store";
            return free < LEAST_BYTES
                    ? Finding.problem("disk", found, fix)
                    : Finding.warning("disk", found, fix);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + there + ": " + e.getMessage(), e);
        }
    }

    private Finding pipelineFiles() {
        List<String> files = pipelines.files();
        if (files.isEmpty()) {
            return Finding.warning(
                    "pipelines",
                    "no pipeline file is there",
                    "./nightjar init FILE.csv --label COLUMN");
        }
        List<Problem> errors =
                pipelines.problems().stream()
                        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                        .toList();
        String found = Figures.count(files.size(), "file") + ": " + String.join(", ", files);
        if (errors.isEmpty()) {
            return Finding.ok("pipelines", found);
        }
        String first = errors.getFirst().text();
        boolean only = errors.stream().allMatch(problem -> problem.code().equals("not-deployable"));
        return only
                ? Finding.warning("pipelines", "cannot be deployed yet: " + first, "add it")
                : Finding.problem(
                        "pipelines", first, "./nightjar validate " + errors.getFirst().file());
    }
}
