package dev.nightjar.local.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.local.platform.Home;
import dev.nightjar.pipeline.functions.FunctionsFile;
import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** What a night is reckoned to cost. */
class NightCostTest {
    private static final Home HOME = Home.find();
    private static final FunctionsFile FUNCTIONS =
            FunctionsFile.parse(
                    """
                    ScoreShardFunction: { class: A, archive: scoring, memory: 2048, timeout: 9, uses: [trusted-keys] }
                    TallyBatchFunction: { class: B, archive: scoring, memory: 512, timeout: 9 }
                    """);

    private static Prices prices() throws IOException {
        String yaml = Files.readString(HOME.prices());
        Object root = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return Json.read(Json.tree(root), Prices.class);
    }

    private static MachineUse use(Machine machine, Map<String, Integer> items) throws IOException {
        return MachineUse.of(Json.parse(Files.readAllBytes(HOME.stateMachine(machine))), items);
    }

    private static List<CostLine> lines(
            MachineUse night, @Nullable EarlierRun earlier, double factor) throws IOException {
        return new NightCost(Machine.SCORING, night, FUNCTIONS, prices(), "x86_64", earlier, factor)
                .lines();
    }

    private static double quantity(List<CostLine> lines, String price) {
        return lines.stream()
                .filter(line -> line.price().equals(price))
                .findFirst()
                .orElseThrow()
                .quantity();
    }

    @Test
    void everyFunctionOfANightIsCalledOnceAndAMapsForEachItem() throws IOException {
        MachineUse scoring = use(Machine.SCORING, Map.of("ScoreShards", 3));
        MachineUse training = use(Machine.TRAINING, Map.of("TrainCandidates", 5));

        assertThat(scoring.calls())
                .containsEntry("ScoreShard", 3)
                .containsEntry("CommitBatch", 1)
                .doesNotContainKeys("RescoreShard", "RecordFailure", "AnnounceOutcome");
        assertThat(training.calls())
                .containsEntry("TrainCandidate", 5)
                .containsEntry("BuildBundle", 1);
        assertThat(use(Machine.SCORING, Map.of("ScoreShards", 4)).transitions())
                .isGreaterThan(scoring.transitions());
    }

    @Test
    void withoutARunCallsTakeWhatThePriceFileSays() throws IOException {
        MachineUse night = new MachineUse(Map.of("ScoreShard", 2), 10);

        // Two calls of 3 s cold start and 10 s work, 2 GB.
        assertThat(quantity(lines(night, null, 1), "lambda-x86_64")).isEqualTo(2 * 13 * 2.0);
    }

    @Test
    void aSmallFunctionHasLessThanOneCpuAndTakesLonger() throws IOException {
        MachineUse night = new MachineUse(Map.of("TallyBatch", 1), 10);

        assertThat(quantity(lines(night, null, 1), "lambda-x86_64"))
                .isCloseTo(0.5 * (3 + 1769 / 512.0), within(1e-9));
    }

    @Test
    void moreDataTakesLongerThanTheyTookBefore() throws IOException {
        RunId run = RunId.parse("loans-20261102T0100Z-s01");
        EarlierRun earlier =
                new EarlierRun(
                        run,
                        60,
                        1_000,
                        10L,
                        500,
                        Map.of("ScoreShard", 8.0, "TallyBatch", 2.0),
                        Map.of("ScoreShard", 4, "TallyBatch", 1));
        MachineUse night = new MachineUse(Map.of("ScoreShard", 8, "TallyBatch", 1), 20);

        double shards = 2 * (8 * 3 + 2 * 8.0);
        double tally = 0.5 * (3 + 2.0 * 1769 / 512);
        assertThat(quantity(lines(night, earlier, 2), "lambda-x86_64"))
                .isCloseTo(shards + tally, within(1e-9));
    }

    @Test
    void requestsTransitionsAndTracesAreCounted() throws IOException {
        List<CostLine> lines =
                lines(new MachineUse(Map.of("ScoreShard", 2, "TallyBatch", 1), 40), null, 1);

        assertThat(quantity(lines, "lambda-requests")).isEqualTo(3);
        assertThat(quantity(lines, "states-transitions")).isEqualTo(40);
        assertThat(quantity(lines, "kms-requests")).as("keys fetched").isEqualTo(2);
        assertThat(quantity(lines, "xray-traces")).as("one each child").isEqualTo(3);
        assertThat(quantity(lines, "s3-gets")).isEqualTo(90);
    }

    @Test
    void aCostIsQuantityTimesPrice() throws IOException {
        assertThat(NightCost.line(prices(), "states-transitions", 2_000).cost())
                .isCloseTo(0.05, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Machine.class)
    void thePriceFileKnowsEveryStep(Machine machine) throws IOException {
        MachineUse night = use(machine, Map.of("ScoreShards", 1, "TrainCandidates", 1));

        assertThat(prices().assumptions().secondsOfACall().keySet())
                .containsAll(night.calls().keySet());
    }

    @Test
    void everyPriceNamesAPageOfAws() throws IOException {
        assertThat(prices().prices().values())
                .isNotEmpty()
                .allSatisfy(
                        price -> assertThat(price.source()).startsWith("https://aws.amazon.com/"));
    }
}
