package dev.nightjar.local.doctor;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.account.Account;
import dev.nightjar.aws.account.AccountFacts;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.local.aws.AwsConfigured;
import dev.nightjar.local.aws.Deployment;
import dev.nightjar.local.command.CommandContext;
import dev.nightjar.local.command.CommandFailure;
import dev.nightjar.local.command.CommonOptions;
import dev.nightjar.local.command.StoreAddress;
import dev.nightjar.local.command.World;
import dev.nightjar.local.deploy.CdkTool;
import dev.nightjar.local.deploy.DeployedPipelines;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.screen.Terminal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code doctor}: looks at machine and account, and says the fix for what is missing. */
@Command(
        name = "doctor",
        description = {
            "Java, Docker, credentials, bucket, quotas, clock, with fixes.",
            "Asks AWS only when credentials or a store in S3 are set, and nobody else ever.",
            "Exit code 5 when something will fail; what is only missing for some is a warning."
        })
public final class DoctorCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private CommonOptions common = new CommonOptions();

    /** The answer for a program. */
    private record Answer(List<Finding> findings) {}

    /** A command in the given world. */
    public DoctorCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = context.terminal(common.json());
        CdkTool cdk = CdkTool.of(context.world());
        Deployment deployment = Deployment.read(cdk.home());
        DeployedPipelines pipelines = DeployedPipelines.read(cdk.home(), deployment);
        StoreAddress store = context.address(common.store());
        List<Finding> findings = new ArrayList<>(here(cdk, pipelines, store));
        findings.addAll(aws(deployment, pipelines.definitions(), store));
        terminal.document(new Answer(findings));
        if (!terminal.answersPrograms()) {
            new DoctorScreen(terminal).show(findings);
            next(findings, store).ifPresent(line -> terminal.line("next     " + line));
        }
        return findings.stream().anyMatch(one -> one.status() == Finding.Status.PROBLEM)
                ? Exits.SYSTEM
                : Exits.OK;
    }

    private List<Finding> here(CdkTool cdk, DeployedPipelines pipelines, StoreAddress store)
            throws InterruptedException {
        World world = context.world();
        Path folder =
                switch (store) {
                    case StoreAddress.Folder(Path path) -> path;
                    case StoreAddress.Bucket _ -> world.folder();
                };
        Asked asked = new Asked(cdk.tools(), world.environment());
        return new HereChecks(asked, cdk, pipelines, folder).look();
    }

    private List<Finding> aws(
            Deployment deployment, List<Definition> pipelines, StoreAddress store) {
        World world = context.world();
        boolean remote = store instanceof StoreAddress.Bucket;
        if (!remote && !AwsConfigured.is(world.environment())) {
            return List.of(
                    Finding.ok(
                            "AWS",
                            "not set up and not needed: demo, train, score and up run here"));
        }
        try (Account account = Account.of(world.environment())) {
            Optional<String> region = account.region();
            if (region.isEmpty()) {
                return List.of(
                        Finding.problem(
                                "region",
                                "none is set",
                                "set AWS_REGION, or 'region' in the profile"));
            }
            return new AwsChecks(
                            new AccountFacts(account),
                            region.get(),
                            deployment,
                            pipelines,
                            bucket(account, store),
                            world.clock())
                    .look();
        }
    }

    private static @Nullable String bucket(Account account, StoreAddress store) {
        return switch (store) {
            case StoreAddress.Folder _ -> null;
            case StoreAddress.Bucket(String address) -> {
                try {
                    yield account.store(address).bucket();
                } catch (IllegalArgumentException unreadable) {
                    throw new CommandFailure(Exits.USAGE, "--store: " + unreadable.getMessage());
                }
            }
        };
    }

    private Optional<String> next(List<Finding> findings, StoreAddress store) {
        if (findings.stream().anyMatch(one -> one.status() == Finding.Status.PROBLEM)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (store) {
                    case StoreAddress.Folder _ -> "./nightjar demo";
                    case StoreAddress.Bucket(String address) ->
                            "./nightjar status --store " + address;
                });
    }
}
