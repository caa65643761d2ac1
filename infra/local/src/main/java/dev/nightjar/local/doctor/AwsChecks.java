package dev.nightjar.local.doctor;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.account.AccountFacts;
import dev.nightjar.aws.account.BucketFacts;
import dev.nightjar.aws.account.Identity;
import dev.nightjar.aws.account.NoCredentials;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Scoring;
import dev.nightjar.core.error.Transient;
import dev.nightjar.core.night.Machine;
import dev.nightjar.local.aws.AwsConfigured;
import dev.nightjar.local.aws.Deployment;
import dev.nightjar.local.screen.Figures;

import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What an account has. Asks AWS alone, and changes nothing there.
 *
 * @param region that is asked
 * @param bucket of the store, or null when the store is a folder
 */
record AwsChecks(
        AccountFacts account,
        String region,
        Deployment deployment,
        List<Definition> pipelines,
        @Nullable String bucket,
        InstantSource clock) {
    /** From here on S3 and others refuse what is signed. */
    private static final Duration REFUSED = Duration.ofMinutes(5);

    private static final Duration ODD = Duration.ofSeconds(30);

    /** What a Map Run has at work at once (Step Functions, "Service quotas"). */
    private static final int MOST_IN_A_MAP = 10_000;

    AwsChecks {
        requireNonNull(account, "account is null");
        requireNonNull(region, "region is null");
        requireNonNull(deployment, "deployment is null");
        pipelines = List.copyOf(pipelines);
        requireNonNull(clock, "clock is null");
    }

    /** Without credentials nothing else can be asked. */
    List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("region", region));
        try {
            Identity identity = account.identity();
            findings.add(
                    Finding.ok(
                            "credentials",
                            "account " + identity.account() + ", as " + identity.arn()));
            findings.add(clock(identity));
        } catch (NoCredentials none) {
            findings.add(Finding.problem("credentials", "none were found", AwsConfigured.FIX));
            return findings;
        } catch (Transient | UncheckedIOException problem) {
            findings.add(
                    unanswered(
                            "credentials",
                            problem,
                            "look at the network and AWS_PROFILE, and sign in again"));
            return findings;
        }
        findings.add(answered("machines", this::machines));
        if (bucket != null) {
            findings.add(answered("bucket", () -> bucket(bucket)));
        }
        findings.add(answered("Lambda", this::functionsAtOnce));
        return findings;
    }

    private Finding clock(Identity identity) {
        Instant there = identity.answeredAt();
        if (there == null) {
            return Finding.ok("clock", "AWS told no time");
        }
        Duration skew = Duration.between(there, clock.instant()).abs();
        String found = "%d s from AWS's".formatted(skew.toSeconds());
        String fix = "set this machine's clock (NTP): AWS refuses what is signed at another time";
        if (skew.compareTo(ODD) < 0) {
            return Finding.ok("clock", found);
        }
        return skew.compareTo(REFUSED) < 0
                ? Finding.warning("clock", found, fix)
                : Finding.problem("clock", found, fix);
    }

    private Finding machines() {
        Set<String> there = account.stateMachines();
        List<String> missing =
                Stream.of(Machine.values())
                        .map(deployment::machine)
                        .filter(name -> !there.contains(name))
                        .toList();
        return missing.isEmpty()
                ? Finding.ok("machines", deployment.stack() + " is deployed in this region")
                : Finding.warning(
                        "machines",
                        String.join(", ", missing) + " are not deployed in this region",
                        "./nightjar deploy, or set AWS_REGION to where they are");
    }

    private Finding bucket(String name) {
        BucketFacts facts = account.bucket(name);
        if (!facts.region().equals(region)) {
            return Finding.problem(
                    "bucket",
                    name + " is in " + facts.region(),
                    "set AWS_REGION=" + facts.region());
        }
        List<String> wants = new ArrayList<>();
        if (!facts.versioned()) {
            wants.add("keeps no versions");
        }
        if (facts.guarded() == null) {
            wants.add("its policy may not be read by you");
        } else if (!facts.guarded()) {
            wants.add("its policy lets writes through that lose another's");
        }
        return wants.isEmpty()
                ? Finding.ok("bucket", name + ", versioned, guarded by its policy")
                : Finding.warning(
                        "bucket",
                        name + " " + String.join("; ", wants),
                        "use the bucket that ./nightjar deploy made (its output Bucket)");
    }

    private Finding functionsAtOnce() {
        int most = account.functionsAtOnce();
        int wanted =
                pipelines.stream()
                        .map(Definition::scoring)
                        .filter(Objects::nonNull)
                        .mapToInt(AwsChecks::shardsAtOnce)
                        .max()
                        .orElse(0);
        String found = Figures.count(most, "function") + " at once in this account and region";
        if (wanted < most && wanted <= MOST_IN_A_MAP) {
            return Finding.ok("Lambda", found);
        }
        return Finding.warning(
                "Lambda",
                found + ", a pipeline asks for " + Figures.count(wanted, "shard"),
                "ask for more (Service Quotas, Lambda, concurrent executions), or lower"
                        + " scoring.shards.concurrency: shards that wait are tried again and late");
    }

    private static int shardsAtOnce(@Nullable Scoring scoring) {
        return scoring == null ? 0 : scoring.shards().concurrency();
    }

    private static Finding answered(String check, Supplier<Finding> look) {
        try {
            return look.get();
        } catch (Transient | UncheckedIOException problem) {
            return unanswered(check, problem, "look at the name, the region and your rights");
        }
    }

    private static Finding unanswered(String check, RuntimeException problem, String fix) {
        return Finding.problem(check, String.valueOf(problem.getMessage()), fix);
    }
}
