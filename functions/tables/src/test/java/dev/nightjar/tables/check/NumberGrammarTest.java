package dev.nightjar.tables.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

final class NumberGrammarTest {
    private final NumberGrammar number = new NumberGrammar();

    @Test
    void everyTextThatItTakesHasTheValueThatJavaFinds() {
        Random random = new Random(7);
        for (int i = 0; i < 300_000; i++) {
            agrees(Double.toString(Double.longBitsToDouble(random.nextLong())));
            agrees(Double.toString(random.nextGaussian() * 1000));
            agrees(random.nextInt() + "." + random.nextInt(1_000_000));
            agrees(random.nextLong() + "e" + (random.nextInt(80) - 40));
            agrees(random.nextLong() + "." + random.nextLong(Long.MAX_VALUE));
        }
    }

    @Test
    void halfWayCasesAndTheEdgesOfDoublesAreRoundedAsJavaDoes() {
        Random random = new Random(11);
        for (int i = 0; i < 200_000; i++) {
            long bits = random.nextLong() & Long.MAX_VALUE;
            double low = Double.longBitsToDouble(bits);
            if (Double.isFinite(low) && Double.isFinite(Math.nextUp(low))) {
                BigDecimal middle =
                        new BigDecimal(low)
                                .add(new BigDecimal(Math.nextUp(low)))
                                .divide(BigDecimal.TWO);
                agrees(middle.round(new MathContext(19, RoundingMode.DOWN)).toString());
                agrees(middle.round(new MathContext(17)).toString());
            }
            agrees((1L << 53) + random.nextInt(1000) + "e" + (random.nextInt(30) - 5));
            agrees(random.nextLong(Long.MAX_VALUE) + "e-" + (300 + random.nextInt(45)));
            agrees(Long.toUnsignedString(random.nextLong()) + "e" + random.nextInt(280));
        }
    }

    @Test
    void anExponentThatTheFractionTakesBackIsNoRoundingError() {
        agrees("0." + "0".repeat(100_000) + "5e100001");
        agrees("0." + "0".repeat(100_000) + "5e200001");
    }

    @Test
    void oddFormsAreTakenOrRefusedByTheGrammar() {
        for (String text :
                List.of(
                        "0",
                        "-0",
                        "+5",
                        "5.",
                        ".5",
                        "-.5",
                        "1e5",
                        "1E+5",
                        "1.e-5",
                        "00012",
                        "0.00000000000000000000000000000000012345678901234567890",
                        "1e-400",
                        "123456789012345678901234567890",
                        "9007199254740993",
                        "1e22",
                        "1e23",
                        "0e999999999999",
                        "000000000000000000000000000000.1")) {
            agrees(text);
        }
        for (String text :
                List.of(
                        "",
                        "+",
                        "-",
                        ".",
                        "e5",
                        "1e",
                        "1e+",
                        "--1",
                        "1.2.3",
                        "12d",
                        "12f",
                        "0x10",
                        "1_000",
                        "NaN",
                        "Infinity",
                        "1 ",
                        " 1",
                        "1,5",
                        "0x1p3",
                        "1e5.0",
                        "٣")) {
            assertThat(parse(text)).as(text).isFalse();
        }
    }

    @Test
    void beyondTheLargestDoubleIsInfinite() {
        assertThat(parse("-1e309")).isTrue();
        assertThat(number.value()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void aPlainIntegerHasNeitherPointNorExponent() {
        assertThat(parse("-12") && number.isPlainInteger()).isTrue();
        assertThat(parse("12.0") && !number.isPlainInteger()).isTrue();
        assertThat(parse("1e1") && !number.isPlainInteger()).isTrue();
    }

    private void agrees(String text) {
        if (text.equals("NaN") || text.endsWith("Infinity")) {
            return;
        }
        assertThat(parse(text)).as(text).isTrue();
        double expected = Double.parseDouble(text);
        if (number.value() != expected) {
            assertThat(number.value()).as(text).isEqualTo(expected);
        }
    }

    private boolean parse(String text) {
        byte[] bytes = ("x" + text + "9").getBytes(StandardCharsets.UTF_8);
        return number.parse(bytes, 1, bytes.length - 1);
    }
}
