package dev.nightjar.tables.check;

import java.math.BigInteger;

/**
 * Turns {@code significand * 10^power} into the nearest double with one or two multiplications of
 * 64 by 64 bits (Eisel and Lemire, "Number parsing at a gigabyte per second", 2021). The rare cases
 * that the 128 bits of a power of five cannot decide are left to the caller.
 */
final class DecimalPowers {
    /** The answer where the double is not decided, or is not a normal number. */
    static final double UNDECIDED = Double.NaN;

    private static final int LEAST = -342;
    private static final int MOST = 308;
    private static final int EXACT_INVERSES = -27;
    private static final int MANTISSA_BITS = 52;
    private static final int OFTEN = 24;

    /** The powers that numbers of people have; to make all takes longer than to read a table. */
    private static final Bits NEAR = new Bits(-OFTEN, OFTEN);

    /** All of them, made when the first other one is asked for. */
    private static final class All {
        static final Bits BITS = new Bits(LEAST, MOST);
    }

    /** The first 128 bits of the powers of five in a range, in two halves. */
    private static final class Bits {
        private final int least;
        private final long[] high;
        private final long[] low;

        Bits(int least, int most) {
            this.least = least;
            this.high = new long[most - least + 1];
            this.low = new long[most - least + 1];
            for (int power = least; power <= most; power++) {
                BigInteger bits = power < 0 ? inverse(-power) : normalised(power);
                high[power - least] = bits.shiftRight(64).longValue();
                low[power - least] = bits.longValue();
            }
        }

        long high(int power) {
            return high[power - least];
        }

        long low(int power) {
            return low[power - least];
        }
    }

    private DecimalPowers() {}

    /** The nearest double to a significand (unsigned, not zero) times a power of ten. */
    static double nearest(long significand, int power) {
        if (power < LEAST || power > MOST) {
            return UNDECIDED;
        }
        Bits bits = power >= -OFTEN && power <= OFTEN ? NEAR : All.BITS;
        int shift = Long.numberOfLeadingZeros(significand);
        long factor = significand << shift;
        long high = Math.unsignedMultiplyHigh(factor, bits.high(power));
        long low = factor * bits.high(power);
        if ((high & 0x1ff) == 0x1ff) {
            long carry = Math.unsignedMultiplyHigh(factor, bits.low(power));
            low += carry;
            if (Long.compareUnsigned(carry, low) > 0) {
                high++;
            }
        }
        if (low == -1 && (power < EXACT_INVERSES || power > 55)) {
            return UNDECIDED;
        }
        return assemble(high, low, power, shift);
    }

    private static double assemble(long high, long low, int power, int shift) {
        int upper = (int) (high >>> 63);
        int drop = upper + 64 - MANTISSA_BITS - 3;
        long mantissa = high >>> drop;
        int exponent = ((217_706 * power) >> 16) + 63 + upper - shift + 1023;
        boolean halfWay =
                (low == 0 || low == 1) && power >= -4 && power <= 23 && (mantissa & 3) == 1;
        if (halfWay && mantissa << drop == high) {
            mantissa &= ~1L;
        }
        mantissa += mantissa & 1;
        mantissa >>>= 1;
        if (mantissa >= 2L << MANTISSA_BITS) {
            mantissa = 1L << MANTISSA_BITS;
            exponent++;
        }
        if (exponent <= 0 || exponent >= 0x7ff) {
            return UNDECIDED;
        }
        mantissa &= ~(1L << MANTISSA_BITS);
        return Double.longBitsToDouble((long) exponent << MANTISSA_BITS | mantissa);
    }

    /** The first 128 bits of a power of five. */
    private static BigInteger normalised(int power) {
        BigInteger five = BigInteger.valueOf(5).pow(power);
        return five.shiftLeft(128 - five.bitLength());
    }

    /** The first 128 bits of the inverse of a power of five, rounded up. */
    private static BigInteger inverse(int power) {
        BigInteger five = BigInteger.valueOf(5).pow(power);
        int length = five.subtract(BigInteger.ONE).bitLength();
        int bits = power <= -EXACT_INVERSES ? length + 127 : 2 * length + 128;
        BigInteger inverse = BigInteger.ONE.shiftLeft(bits).divide(five).add(BigInteger.ONE);
        return inverse.shiftRight(Math.max(0, inverse.bitLength() - 128));
    }
}
