package dev.nightjar.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.error.BundleRefused;
import dev.nightjar.core.night.BuiltBundle;
import dev.nightjar.core.sign.KeyFileSigner;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.DyingStore;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.core.store.StoreDied;
import dev.nightjar.local.CommandRun;
import dev.nightjar.local.TinyLoans;
import dev.nightjar.pipeline.json.Digests;
import dev.nightjar.run.bundle.BundleFile;
import dev.nightjar.run.bundle.BundleLoader;
import dev.nightjar.run.bundle.BundleWriter;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Rule 7, and what a loader refuses before it parses a byte. */
final class BundleTest {
    private static final int SAMPLED = 12;
    private static final int SYSTEM_ERROR = 5;

    @TempDir private static Path folder;

    private static Workshop trained;

    /** A first attempt was judged; its bundle was not begun. */
    private static Workshop judged;

    private Workshop workshop;
    private String version = "";

    @BeforeAll
    static void trainOnce() {
        judged = Workshop.in(folder);
        Attempt first = judged.claim(Order.training("first"));
        first.prepare();
        first.train(0);
        first.train(1);
        first.evaluate(1);
        trained = judged.copy();
        Attempt second = new Attempt(trained, trained.store(), first.run(), "first");
        second.build(1);
        second.release(1);
    }

    @BeforeEach
    void copy() {
        workshop = trained.copy();
        version = workshop.serving().model();
    }

    @Test
    void bundleThatNobodyTouchedLoads() {
        assertThat(new BundleLoader(workshop.wiring()).load("loans", version).version())
                .isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model.bin",
                "model.tribuo",
                "schema.json",
                "golden.csv",
                "provenance.json",
                "evaluation.json",
                "digests.json"
            })
    void flippedByteIsRefusedNamingExpectedAndFoundDigest(String name) {
        byte[] whole = bytes(name);
        for (int place : places(whole.length)) {
            byte[] flipped = whole.clone();
            flipped[place] ^= (byte) (1 << place % 8);
            put(name, flipped);

            assertThatThrownBy(this::load)
                    .describedAs("byte %d of %s", place, name)
                    .isInstanceOf(BundleRefused.class)
                    .hasMessageContaining(name + " was changed; expected SHA-256 ")
                    .hasMessageContaining(Digests.sha256Hex(whole))
                    .hasMessageContaining(Digests.sha256Hex(flipped));
        }
    }

    @Test
    void flippedBitAnywhereInTheSignatureIsRefused() {
        byte[] whole = bytes("signature");
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            put("signature", flipped);

            assertThatThrownBy(this::load)
                    .describedAs("bit %d", bit)
                    .isInstanceOf(BundleRefused.class);
        }
    }

    @Test
    void anyOtherLastByteOfTheSignatureIsRefused() {
        byte[] whole = bytes("signature");
        for (int other = 1; other < 256; other++) {
            byte[] changed = whole.clone();
            changed[whole.length - 1] ^= (byte) other;
            put("signature", changed);

            assertThatThrownBy(this::load).isInstanceOf(BundleRefused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model.bin",
                "model.tribuo",
                "schema.json",
                "golden.csv",
                "provenance.json",
                "evaluation.json",
                "digests.json",
                "signature"
            })
    void missingObjectIsRefused(String name) {
        workshop.store().delete(key(name));

        assertThatThrownBy(this::load)
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining(name + " is missing");
    }

    @Test
    void bundleOfAnotherPipelineIsRefused() {
        copyTo("other/models/" + version + "/");

        assertThatThrownBy(() -> new BundleLoader(workshop.wiring()).load("other", version))
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining("holds " + version + " of loans instead");
    }

    @Test
    void bundleOfAnotherVersionIsRefused() {
        copyTo("loans/models/1.0.9-20261102.1/");

        assertThatThrownBy(
                        () -> new BundleLoader(workshop.wiring()).load("loans", "1.0.9-20261102.1"))
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining("holds " + version);
    }

    @Test
    void bundleOfAnotherFormatIsRefusedNamingBoth() {
        String list = new String(bytes("digests.json"), StandardCharsets.UTF_8);
        sign(list.replace("\"format\":1", "\"format\":2"), workshop.keys());

        assertThatThrownBy(this::load)
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining("has format 2")
                .hasMessageContaining("loads format 1");
    }

    @Test
    void bundleSignedByAnotherKeyIsRefused(@TempDir Path strangers) {
        KeyFileSigner stranger = KeyFileSigner.at(strangers);
        sign(new String(bytes("digests.json"), StandardCharsets.UTF_8), stranger);

        assertThatThrownBy(this::load)
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining(stranger.keyId())
                .hasMessageContaining("not trusted");
    }

    @Test
    void signatureOfAnotherListIsRefused() {
        String list = new String(bytes("digests.json"), StandardCharsets.UTF_8);
        String signature = new String(bytes("signature"), StandardCharsets.UTF_8);
        String changed = list.replace("\"format\":1", "\"format\":2");
        put("digests.json", changed.getBytes(StandardCharsets.UTF_8));
        String sha256 = Digests.sha256Hex(list.getBytes(StandardCharsets.UTF_8));
        String other = Digests.sha256Hex(changed.getBytes(StandardCharsets.UTF_8));
        put("signature", signature.replace(sha256, other).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(this::load)
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining("is not what key");
    }

    @Test
    void goldenRowsThatScoreOtherwiseAreRefusedThoughSignedRight() {
        Map<BundleFile, byte[]> files = new EnumMap<>(BundleFile.class);
        for (BundleFile file : BundleFile.values()) {
            files.put(file, bytes(file.toString()));
        }
        String golden = new String(bytes("golden.csv"), StandardCharsets.UTF_8);
        int lastScore = golden.lastIndexOf(',') + 1;
        String changed = golden.substring(0, lastScore) + "0.123\n";
        files.put(BundleFile.GOLDEN, changed.getBytes(StandardCharsets.UTF_8));
        new BundleWriter(workshop.wiring()).write("loans", "1.0.9-20261102.1", files);

        assertThatThrownBy(
                        () -> new BundleLoader(workshop.wiring()).load("loans", "1.0.9-20261102.1"))
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining("scores golden row")
                .hasMessageContaining("0.123");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void bundleBegunByADeadAttemptIsFinishedByTheNext(int writes) {
        Workshop other = judged.copy();
        Attempt first = new Attempt(other, other.store(), Workshop.training(1), "first");
        ObjectStore dying = DyingStore.after(writes, other.store());
        assertThatThrownBy(() -> first.on(dying).build(1)).isInstanceOf(StoreDied.class);
        Attempt next = other.claim(Order.training("next"));
        next.build();

        assertThat(digests(next)).isEqualTo(standing(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/golden.csv", "/provenance.json", "/digests.json", "/signature"})
    void bundleThatTwoAttemptsWriteAtOnceIsOneBundle(String paused) {
        Workshop other = judged.copy();
        Attempt first = new Attempt(other, other.store(), Workshop.training(1), "first");
        ObjectStore late =
                Interruption.before(
                        other.store(),
                        "write",
                        paused,
                        () -> other.claim(Order.training("next")).build());
        first.on(late).build(1);

        Attempt next = new Attempt(other, other.store(), Workshop.training(2), "next");
        assertThat(List.of(digests(first), digests(next))).containsOnly(standing(other));
    }

    @Test
    void commandsEndWithFiveWhenAByteOfTheModelWasFlipped(@TempDir Path place) throws IOException {
        TinyLoans.in(place);
        assertThat(CommandRun.in(place, "train", "loans.yaml", "--slot", TinyLoans.SLOT).exitCode())
                .isZero();
        Path model;
        try (Stream<Path> files = Files.walk(place.resolve(".nightjar/loans/models"))) {
            model = files.filter(file -> file.endsWith("model.bin")).findFirst().orElseThrow();
        }
        byte[] whole = Files.readAllBytes(model);
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        Files.write(model, flipped);

        CommandRun scoring = CommandRun.in(place, "score", "loans.yaml", "--slot", TinyLoans.SLOT);

        assertThat(scoring.exitCode()).isEqualTo(SYSTEM_ERROR);
        assertThat(scoring.out() + scoring.err())
                .contains(Digests.sha256Hex(whole))
                .contains(Digests.sha256Hex(flipped));
    }

    private static String digests(Attempt attempt) {
        return attempt.step("BuildBundle", BuiltBundle.class).made().digestsSha256();
    }

    /** The digest of the list, once its bundle has loaded. */
    private static String standing(Workshop other) {
        String key =
                other.keys("/models/").stream()
                        .filter(name -> name.endsWith("/digests.json"))
                        .findFirst()
                        .orElseThrow();
        new BundleLoader(other.wiring()).load("loans", key.split("/", -1)[2]);
        return Digests.sha256Hex(other.store().find(key).orElseThrow().bytes());
    }

    private void load() {
        new BundleLoader(workshop.wiring()).load("loans", version);
    }

    /** First, last and some places between. */
    private static List<Integer> places(int length) {
        SplittableRandom random = new SplittableRandom(length);
        List<Integer> places = new ArrayList<>(List.of(0, length - 1));
        for (int i = 0; i < SAMPLED; i++) {
            places.add(random.nextInt(length));
        }
        return places;
    }

    private void sign(String list, KeyFileSigner signer) {
        byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
        put("digests.json", bytes);
        String signature = Base64.getEncoder().encodeToString(signer.sign(bytes));
        String text = signer.keyId() + "\n" + Digests.sha256Hex(bytes) + "\n" + signature + "\n";
        put("signature", text.getBytes(StandardCharsets.UTF_8));
    }

    private void copyTo(String prefix) {
        for (ObjectHead head : workshop.heads("loans/models/" + version + "/")) {
            String name = head.key().substring(head.key().lastIndexOf('/') + 1);
            workshop.store().put(prefix + name, Content.of(bytes(name)));
        }
    }

    private String key(String name) {
        return "loans/models/" + version + "/" + name;
    }

    private byte[] bytes(String name) {
        return workshop.store().find(key(name)).orElseThrow().bytes();
    }

    private void put(String name, byte[] bytes) {
        workshop.store().put(key(name), Content.of(bytes));
    }
}
