package dev.nightjar.local.plan;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Training;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.store.ObjectSource;
import dev.nightjar.local.platform.Home;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.pipeline.functions.FunctionsFile;
import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what a pipeline will do, need and cost. */
public final class Plans {
    private static final double GIGABYTE = 1e9;
    private static final int KEYS = 2;
    private static final int ALARMS = 4;

    private final Home home;
    private final Platform platform;
    private final Prices prices;
    private final DeploymentNames names;
    private final FunctionsFile functions;

    /**
     * Plans of what the folder holds.
     *
     * @param platform whose earlier runs tell how long things take
     */
    public Plans(Home home, Platform platform, Prices prices, DeploymentNames names) {
        this.home = requireNonNull(home, "home is null");
        this.platform = requireNonNull(platform, "platform is null");
        this.prices = requireNonNull(prices, "prices is null");
        this.names = requireNonNull(names, "names is null");
        this.functions = FunctionsFile.read(home.functions());
    }

    /** One machine, with what is reckoned with. */
    private record Reckoned(MachinePlans plans, @Nullable DataHere here, NightCost cost) {}

    /**
     * What the pipeline will do, need and cost.
     *
     * @param data where its data are, or null when they cannot be looked at from here
     */
    public PlanAnswer of(Definition definition, @Nullable ObjectSource data) {
        Instant now = platform.clock().instant();
        List<Reckoned> machines =
                Arrays.stream(Machine.values())
                        .filter(machine -> MachinePlans.has(definition, machine))
                        .map(machine -> reckoned(definition, machine, data, now))
                        .toList();
        return new PlanAnswer(
                definition.pipeline(),
                definition.owner(),
                levels(definition),
                machines.stream().map(each -> each.plans().answer()).toList(),
                functions.functions().values().stream().map(FunctionRights::of).toList(),
                PlannedResource.of(names.name(), definition, functions),
                cost(machines));
    }

    private static Map<String, String> levels(Definition definition) {
        Map<String, String> levels = new LinkedHashMap<>();
        definition
                .levels()
                .forEach((phase, level) -> levels.put(phase.toString(), level.toString()));
        return levels;
    }

    private Reckoned reckoned(
            Definition definition, Machine machine, @Nullable ObjectSource data, Instant now) {
        EarlierRun earlier =
                new EarlierRuns(platform).newest(definition.pipeline(), machine).orElse(null);
        MachinePlans plans = new MachinePlans(definition, machine, data, earlier, now);
        DataHere here = plans.here().orElse(null);
        NightCost cost =
                new NightCost(
                        machine,
                        MachineUse.of(document(machine), items(definition, here, earlier)),
                        functions,
                        prices,
                        names.architecture(),
                        earlier,
                        plans.factor(here));
        return new Reckoned(plans, here, cost);
    }

    private JsonNode document(Machine machine) {
        Path file = home.stateMachine(machine);
        try {
            return Json.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** How many items each Map has when nothing fails. */
    private static Map<String, Integer> items(
            Definition definition, @Nullable DataHere here, @Nullable EarlierRun earlier) {
        Training training = definition.training();
        int candidates = training == null ? 0 : training.candidates().size();
        int before = earlier == null ? 1 : earlier.callsByStep().getOrDefault("ScoreShard", 1);
        int shards = here == null ? before : here.shards();
        return Map.of("TrainCandidates", candidates, "ScoreShards", shards);
    }

    private PlanAnswer.Cost cost(List<Reckoned> machines) {
        List<PlanAnswer.Nights> nights = machines.stream().map(Plans::nights).toList();
        double stored = machines.stream().mapToDouble(Plans::gigabytesAMonth).sum();
        List<CostLine> monthly =
                List.of(
                        NightCost.line(prices, "kms-keys", KEYS),
                        NightCost.line(prices, "alarms", ALARMS),
                        NightCost.line(prices, "s3-storage", stored));
        double month =
                monthly.stream().mapToDouble(CostLine::cost).sum()
                        + nights.stream()
                                .mapToDouble(one -> one.night() * one.nightsAMonth())
                                .sum();
        return new PlanAnswer.Cost(
                prices.region(),
                prices.currency(),
                prices.date(),
                names.architecture(),
                nights,
                monthly,
                month,
                assumptions(machines));
    }

    private static PlanAnswer.Nights nights(Reckoned machine) {
        List<CostLine> lines = machine.cost().lines();
        return new PlanAnswer.Nights(
                machine.cost().machine().toString(),
                machine.plans().nightsAMonth(),
                lines,
                lines.stream().mapToDouble(CostLine::cost).sum());
    }

    /**
     * What the nights of a month leave in the store: as an earlier one did, or all that they read.
     */
    private static double gigabytesAMonth(Reckoned machine) {
        EarlierRun earlier = machine.plans().earlier();
        DataHere here = machine.here();
        double read = here == null ? 0 : here.bytes();
        double night = earlier == null ? read : earlier.written() * machine.plans().factor(here);
        return night * machine.plans().nightsAMonth() / GIGABYTE;
    }

    private List<String> assumptions(List<Reckoned> machines) {
        Prices.Assumptions assumed = prices.assumptions();
        List<String> said = new ArrayList<>();
        said.add(
                ("the list prices of %s as of %s, an example (--prices FILE names yours), without"
                                + " taxes, discounts and free tiers")
                        .formatted(prices.region(), prices.date()));
        for (Reckoned machine : machines) {
            said.add(machine.cost().machine() + ": " + basis(machine));
        }
        said.add(
                "every call starts cold: %s s more, billed; %s processors"
                        .formatted(plain(assumed.coldStartSeconds()), names.architecture()));
        said.add(
                "a function with less than %s MB has less than one CPU, and takes longer"
                        .formatted(plain(assumed.megabytesOfOneCpu())));
        said.add(
                "a call makes %s GET and %s PUT or LIST requests, and writes %s bytes of log"
                        .formatted(
                                plain(assumed.getsOfACall()),
                                plain(assumed.putsOfACall()),
                                plain(assumed.logBytesOfACall())));
        said.add(
                "nothing fails; a month is the next 30 days; stored is what they leave, not the"
                        + " data themselves");
        return said;
    }

    private static String basis(Reckoned machine) {
        EarlierRun earlier = machine.plans().earlier();
        DataHere here = machine.here();
        if (earlier == null) {
            return "no run yet, so the seconds of each call are the price file's guess";
        }
        return here == null
                ? "as much data, and as fast, as " + earlier.run()
                : "as fast as " + earlier.run() + ", for the data that lie here";
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
