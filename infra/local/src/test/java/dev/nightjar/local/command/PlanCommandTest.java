package dev.nightjar.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.CommandRun;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.local.platform.Home;
import dev.nightjar.pipeline.functions.FunctionsFile;
import dev.nightjar.pipeline.json.Json;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code plan PIPELINE}; played once for all tests. */
class PlanCommandTest {
    private static final Instant SPRING = Instant.parse("2027-03-25T12:00:00Z");
    private static final Instant AUTUMN = Instant.parse("2027-10-29T12:00:00Z");
    private static final String NIGHTLY = "cron: '0 4 * * ? *', timezone: Europe/Berlin";
    private static final String HALF_PAST_TWO = "cron: '30 2 * * ? *', timezone: Europe/Berlin";
    private static final String MONDAYS = "cron: '0 2 ? * MON *', timezone: Europe/Berlin";
    private static final String SCORING = "scoring.schedule=";
    private static final String DATED =
            "scoring.source={path: 'applications/dt={date}/*.csv', window: P3D, include: slot}";

    @TempDir private static Path folder;

    private static final Map<String, CommandRun> PLAYED = new HashMap<>();

    @BeforeAll
    static void play() throws IOException {
        TinyLoans loans = TinyLoans.in(folder);
        String prices = Files.readString(Home.find().prices());
        loans.write("dear.yaml", prices.replace("price: 0.025", "price: 25"));
        loans.write("broken.yaml", prices.replace("  kms-keys:", "  kms-kees:"));
        loans.write("no-prices.yaml", "region: nowhere\n");
        plan("by hand", SPRING);
        plan("spring", SPRING, "--set", scoring(NIGHTLY), "--set", "scoring.deadline=06:00");
        plan("skipped", SPRING, "--set", scoring(HALF_PAST_TWO));
        plan("twice", AUTUMN, "--set", scoring(HALF_PAST_TWO));
        plan("mondays", SPRING, "--set", scoring(MONDAYS));
        plan("paused", SPRING, "--set", scoring(NIGHTLY + ", paused: true"));
        plan("partitions", SPRING, "--set", DATED, "--set", scoring(NIGHTLY));
        plan("shards", SPRING, "--set", "scoring.shards.target=1000");
        plan("elsewhere", SPRING, "--set", "data=s3://somewhere/else");
        plan("dear", SPRING, "--set", scoring(NIGHTLY), "--prices", "dear.yaml");
        plan(
                "told",
                SPRING,
                "--set",
                "service={level: high, train: low, alert: oncall@example.com}");
        plan("broken", SPRING, "--prices", "broken.yaml");
        plan("no prices", SPRING, "--prices", "no-prices.yaml");
        PLAYED.put("people", CommandRun.at(SPRING, folder, "plan", "loans.yaml"));
        PLAYED.put("rights", CommandRun.at(SPRING, folder, "plan", "loans.yaml", "--rights"));
        PLAYED.put(
                "people in spring",
                CommandRun.at(
                        SPRING,
                        folder,
                        "plan",
                        "loans.yaml",
                        "--set",
                        DATED,
                        "--set",
                        scoring(MONDAYS)));
        PLAYED.put("misspelt", CommandRun.at(SPRING, folder, "plan", "laons"));
        CommandRun.in(folder, "train", "loans.yaml", "--slot", TinyLoans.SLOT);
        CommandRun.in(folder, "score", "loans.yaml", "--slot", TinyLoans.SLOT);
        plan("after a night", SPRING, "--set", scoring(NIGHTLY), "--set", "scoring.deadline=06:00");
        PLAYED.put(
                "people after a night",
                CommandRun.at(
                        SPRING,
                        folder,
                        "plan",
                        "loans.yaml",
                        "--set",
                        scoring(NIGHTLY),
                        "--set",
                        "scoring.deadline=06:00"));
    }

    private static String scoring(String schedule) {
        return SCORING + "{" + schedule + "}";
    }

    private static void plan(String name, Instant now, String... more) {
        String[] words = new String[more.length + 3];
        words[0] = "plan";
        words[1] = "loans.yaml";
        words[2] = "--json";
        System.arraycopy(more, 0, words, 3, more.length);
        PLAYED.put(name, CommandRun.at(now, folder, words));
    }

    private static CommandRun played(String name) {
        return requireNonNull(PLAYED.get(name), name);
    }

    private static JsonNode scoringOf(String name) {
        CommandRun run = played(name);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.document().at("/machines/1");
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(one -> one.path(field).asString()).toList();
    }

    @Test
    void theNextFiveSlotsAreToldInLocalTimeAcrossAChangeOfDaylightSaving() {
        JsonNode slots = scoringOf("spring").path("slots");

        assertThat(texts(slots, "local"))
                .containsExactly(
                        "Fri 2027-03-26 04:00",
                        "Sat 2027-03-27 04:00",
                        "Sun 2027-03-28 04:00",
                        "Mon 2027-03-29 04:00",
                        "Tue 2027-03-30 04:00");
        assertThat(texts(slots, "offset"))
                .containsExactly("+01:00", "+01:00", "+02:00", "+02:00", "+02:00");
        assertThat(texts(slots, "slot"))
                .startsWith("2027-03-26T03:00Z", "2027-03-27T03:00Z", "2027-03-28T02:00Z");
        assertThat(texts(slots, "deadline")).startsWith("2027-03-26T05:00:00Z");
    }

    @Test
    void aChangeOfClocksThatIsNotAmongTheSlotsIsToldWithThoseAroundIt() {
        JsonNode clocks = scoringOf("mondays").path("clockChange");

        assertThat(clocks.path("at").asString()).isEqualTo("2027-03-28T01:00:00Z");
        assertThat(clocks.path("slotBefore").asString()).isEqualTo("2027-03-22T01:00Z");
        assertThat(clocks.path("slotAfter").asString()).isEqualTo("2027-03-29T00:00Z");
        assertThat(clocks.path("skipped").size()).isZero();
    }

    @Test
    void aLocalTimeThatDoesNotExistIsSaidToBeSkipped() {
        JsonNode machine = scoringOf("skipped");

        assertThat(machine.at("/clockChange/skipped/0").asString()).isEqualTo("2027-03-28T02:30");
        assertThat(texts(machine.path("slots"), "local"))
                .containsSubsequence("Sat 2027-03-27 02:30", "Mon 2027-03-29 02:30")
                .doesNotContain("Sun 2027-03-28 02:30");
    }

    @Test
    void aLocalTimeThatComesTwiceIsSaidToFireOnce() {
        JsonNode machine = scoringOf("twice");

        assertThat(machine.at("/clockChange/twice/0").asString()).isEqualTo("2027-10-31T02:30");
        assertThat(texts(machine.path("slots"), "slot"))
                .contains("2027-10-31T00:30Z")
                .doesNotContain("2027-10-31T01:30Z");
    }

    @Test
    void aPausedScheduleHasSlotsAndCostsNothing() {
        JsonNode plan = played("paused").document();

        assertThat(plan.at("/machines/1/paused").asBoolean()).isTrue();
        assertThat(plan.at("/machines/1/slots").size()).isEqualTo(5);
        assertThat(plan.at("/cost/nights/1/nightsAMonth").asInt()).isZero();
    }

    @Test
    void whatEachSlotReadsIsToldInFull() {
        JsonNode partitions = scoringOf("partitions").at("/slots/0/partitions");

        assertThat(partitions.valueStream().map(JsonNode::asString))
                .containsExactly("2027-03-24", "2027-03-25", "2027-03-26");
    }

    @Test
    void shardsAreCountedWhereDataLie() {
        JsonNode whole = scoringOf("by hand").path("data");
        JsonNode cut = scoringOf("shards").path("data");

        assertThat(whole.path("objects").asInt()).isEqualTo(3);
        assertThat(whole.path("shards").asInt()).isEqualTo(3);
        assertThat(cut.path("bytes").asLong()).isEqualTo(whole.path("bytes").asLong());
        assertThat(cut.path("shards").asInt()).isGreaterThan(6);
    }

    @Test
    void dataThatLieElsewhereAreNotLookedAt() {
        assertThat(scoringOf("elsewhere").path("data").isNull()).isTrue();
    }

    @Test
    void withoutARunTheTimeIsUnknown() {
        assertThat(scoringOf("spring").path("time").isNull()).isTrue();
        assertThat(played("people").out())
                .contains("takes    unknown: no run has ended in this store yet");
    }

    @Test
    void afterANightTheTimeIsJudgedByItAgainstTheDeadline() {
        JsonNode machine = scoringOf("after a night");
        JsonNode time = machine.path("time");

        assertThat(time.path("run").asString()).isEqualTo("loans-20261102T0100Z-s01");
        assertThat(time.path("expectedSeconds").asDouble())
                .isEqualTo(time.path("tookSeconds").asDouble());
        assertThat(time.path("deadlineSeconds").asDouble()).isEqualTo(7200);
        assertThat(time.path("margin").asDouble())
                .isEqualTo(7200 - time.path("expectedSeconds").asDouble());
        assertThat(machine.at("/data/rows").asLong()).isEqualTo(300);
        assertThat(played("people after a night").out()).contains("deadline 2 h 0 min after");
    }

    @Test
    void everyFunctionHasItsRights() {
        JsonNode functions = played("by hand").document().path("functions");

        assertThat(texts(functions, "function"))
                .containsExactlyElementsOf(
                        FunctionsFile.read(Home.find().functions()).functions().keySet());
        assertThat(functions.valueStream())
                .allSatisfy(function -> assertThat(function.path("rights").size()).isPositive());
    }

    @Test
    void whatADeploymentHasIsNamed() {
        JsonNode resources = played("spring").document().path("resources");

        assertThat(texts(resources, "name"))
                .contains(
                        "nightjar-ScoreShard",
                        "/nightjar/functions/ScoreShard",
                        "nightjar-training",
                        "nightjar-high",
                        "nightjar-low-undelivered",
                        "alias/nightjar-signing",
                        "loans-scoring",
                        "loans")
                .doesNotContain("loans-training");
        assertThat(texts(resources, "kind")).filteredOn("role"::equals).hasSize(16);
    }

    @Test
    void whoIsToldOfFailuresIsNamed() {
        assertThat(texts(played("told").document().path("resources"), "name"))
                .contains("oncall@example.com");
    }

    @Test
    void eachPhaseHasALevel() {
        assertThat(played("told").document().path("levels"))
                .isEqualTo(
                        Json.parse("{\"train\":\"low\",\"release\":\"high\",\"serve\":\"high\"}"));
    }

    @Test
    void theMonthIsTheSumOfItsNightsAndOfWhatIsPaidAnyway() {
        JsonNode cost = played("spring").document().path("cost");
        double sum =
                cost.path("monthly").valueStream().mapToDouble(PlanCommandTest::cost).sum()
                        + cost.path("nights")
                                .valueStream()
                                .mapToDouble(PlanCommandTest::month)
                                .sum();

        assertThat(cost.path("month").asDouble()).isCloseTo(sum, within(1e-9));
        assertThat(cost.at("/nights/1/nightsAMonth").asInt()).isEqualTo(30);
        assertThat(cost.path("region").asString()).isEqualTo("us-east-1");
        assertThat(cost.path("assumptions").size()).isPositive();
    }

    private static double cost(JsonNode line) {
        return line.path("cost").asDouble();
    }

    private static double month(JsonNode nights) {
        return nights.path("night").asDouble() * nights.path("nightsAMonth").asInt();
    }

    @Test
    void otherPricesComeFromAnotherFile() {
        JsonNode usual = played("spring").document().path("cost");
        JsonNode dear = played("dear").document().path("cost");

        assertThat(dear.path("month").asDouble()).isGreaterThan(usual.path("month").asDouble() + 1);
    }

    @Test
    void aPriceFileThatLacksAPriceIsRefusedByName() {
        assertThat(played("broken").exitCode()).isEqualTo(2);
        assertThat(played("broken").err()).contains("broken.yaml: the price 'kms-keys' is missing");
        assertThat(played("no prices").exitCode()).isEqualTo(2);
        assertThat(played("no prices").err()).contains("no-prices.yaml is no price file");
    }

    @Test
    void peopleSeeSlotsRightsResourcesAndCosts() {
        assertThat(played("people").exitCode()).isZero();
        assertThat(played("people").out())
                .contains("no schedule: a person starts it")
                .contains("data     slot 2027-03-25T12:00Z: 3 objects")
                .containsPattern("CommitBatch +1024 MB +find 3, read 9, create 4, replace 1")
                .contains("creates   with ./nightjar deploy")
                .contains("12 functions")
                .contains("a scoring");
    }

    @Test
    void peopleSeeThatPricesAreAnExamplesAndOfWhichDay() {
        assertThat(played("people").out())
                .contains("at example prices: us-east-1, 2026-")
                .contains("assumes  the list prices of us-east-1 as of 2026-");
    }

    @Test
    void peopleSeeTheSlotsAroundAChangeOfClocksAndTheEndsOfWindows() {
        assertThat(played("people in spring").out())
                .contains("2027-03-29T00:00Z   2027-03-27 to 2027-03-29 (3)")
                .contains("clocks   change on Sun 2027-03-28 from +01:00 to +02:00")
                .contains("last slot before   Mon 2027-03-22 02:00 +01:00   2027-03-22T01:00Z");
    }

    @Test
    void whatPeopleSeeFitsANarrowTerminal() {
        assertThat(played("people").out().lines().takeWhile(line -> !line.startsWith("next")))
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void keysAndActionsAreShownOnRequest() {
        assertThat(played("rights").out()).contains("create, never replace   s3:PutObject");
    }

    @Test
    void aFileThatIsNotDeployedYetIsCopiedFirst() {
        assertThat(played("people").out())
                .containsPattern("next     cp loans.yaml \\S+/   and   \\./nightjar deploy\n$");
    }

    @Test
    void aNameThatIsMisspeltIsGuessed() {
        assertThat(played("misspelt").exitCode()).isEqualTo(2);
        assertThat(played("misspelt").err())
                .contains("there is no pipeline file 'laons'")
                .contains("Did you mean 'loans'?");
    }
}
