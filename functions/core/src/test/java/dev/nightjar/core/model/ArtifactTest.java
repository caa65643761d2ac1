package dev.nightjar.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.error.BundleRefused;
import dev.nightjar.core.rows.RowBlock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

final class ArtifactTest {
    static List<CompiledModel> models() {
        return List.of(Models.binaryLinear(), Models.multiclassLinear(), Models.regressionTrees());
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsReadIsWhatWasWritten(CompiledModel model) {
        CompiledModel read = CompiledModel.read(model.toBytes());
        assertThat(read.toBytes()).isEqualTo(model.toBytes());
        assertThat(read.digest()).isEqualTo(model.digest());
        assertThat(read.labels()).isEqualTo(model.labels());
        assertThat(read.task()).isEqualTo(model.task());
        RowBlock block =
                new Blocks()
                        .numbers("age", 18, Double.NaN, 99)
                        .categories("colour", Models.COLOURS, "red", "", "blue")
                        .block();
        Predictions before = new Predictions(3, model.outputs());
        Predictions after = new Predictions(3, model.outputs());
        model.scorer().score(block, before);
        read.scorer().score(block, after);
        assertThat(after.scores()).isDeepEqualTo(before.scores());
    }

    @Test
    void digestIsTheSha256OfTheWholeArtifact() {
        CompiledModel model = Models.binaryLinear();
        byte[] digest = CompiledModel.sha256().digest(model.toBytes());
        assertThat(model.digest()).isEqualTo(HexFormat.of().formatHex(digest));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aFlippedBitInAnyByteIsRefused(CompiledModel model) {
        byte[] artifact = model.toBytes();
        for (int i = 0; i < artifact.length; i++) {
            byte[] damaged = artifact.clone();
            damaged[i] ^= (byte) (1 << (i % 8));
            assertThatThrownBy(() -> CompiledModel.read(damaged)).isInstanceOf(BundleRefused.class);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyCutIsRefusedAndSoIsAnAddedByte(CompiledModel model) {
        byte[] artifact = model.toBytes();
        for (int length = 0; length < artifact.length; length++) {
            byte[] cut = Arrays.copyOf(artifact, length);
            assertThatThrownBy(() -> CompiledModel.read(cut)).isInstanceOf(BundleRefused.class);
        }
        byte[] longer = Arrays.copyOf(artifact, artifact.length + 1);
        assertThatThrownBy(() -> CompiledModel.read(longer)).isInstanceOf(BundleRefused.class);
    }

    @Test
    void damageIsToldWithExpectedAndFoundDigest() {
        byte[] artifact = Models.binaryLinear().toBytes();
        artifact[artifact.length - 1] ^= 1;
        assertThatThrownBy(() -> CompiledModel.read(artifact))
                .hasMessageMatching(
                        "The model artifact is damaged: expected SHA-256 [0-9a-f]{64},"
                                + " found [0-9a-f]{64}\\.");
    }

    @Test
    void anotherFormatVersionIsToldSo() {
        byte[] artifact = Models.binaryLinear().toBytes();
        artifact[ArtifactFormat.MAGIC.length + 3] = 9;
        assertThatThrownBy(() -> CompiledModel.read(artifact))
                .hasMessage(
                        "The model artifact has format version 9; this release reads version 1.");
    }

    @ParameterizedTest
    @MethodSource("models")
    void hostileContentUnderAValidDigestIsRefusedOrAModelThatScores(CompiledModel model) {
        byte[] artifact = model.toBytes();
        Random random = new Random(11);
        int refused = 0;
        for (int round = 0; round < 5_000; round++) {
            byte[] hostile = hostile(artifact, random);
            try {
                CompiledModel.read(hostile).scorer();
            } catch (BundleRefused e) {
                refused++;
                assertThat(e).hasMessageStartingWith("The model artifact");
            }
        }
        assertThat(refused).isPositive();
    }

    /** Some bytes of the payload changed, often to the extremes of a count; the digest mended. */
    private static byte[] hostile(byte[] artifact, Random random) {
        int header = ArtifactFormat.HEADER_LENGTH;
        byte[] hostile = artifact.clone();
        for (int changes = random.nextInt(3); changes >= 0; changes--) {
            int at = header + random.nextInt(hostile.length - header);
            switch (random.nextInt(3)) {
                case 0 -> hostile[at] = (byte) random.nextInt();
                case 1 -> hostile[at] ^= (byte) (1 << random.nextInt(8));
                default -> {
                    int[] extremes = {Integer.MAX_VALUE, -1, 0, Integer.MIN_VALUE, 1 << 20};
                    int from = Math.min(at, hostile.length - Integer.BYTES);
                    ByteBuffer.wrap(hostile).putInt(from, extremes[random.nextInt(5)]);
                }
            }
        }
        byte[] payload = Arrays.copyOfRange(hostile, header, hostile.length);
        byte[] digest = CompiledModel.sha256().digest(payload);
        System.arraycopy(digest, 0, hostile, header - ArtifactFormat.DIGEST_LENGTH, digest.length);
        return hostile;
    }
}
