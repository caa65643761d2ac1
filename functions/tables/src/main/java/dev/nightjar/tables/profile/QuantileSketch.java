package dev.nightjar.tables.profile;

/**
 * Counts of numbers by sign, exponent and four bits of mantissa: quantiles within 1/32 of the
 * value, whatever the order in which numbers or sketches come. At most 65,536 counts. Not safe for
 * use by multiple threads.
 */
final class QuantileSketch {
    private static final int SHIFT = 48;
    private static final int PAGE = 256;
    private static final int FIRST_NEGATIVE = 1 << 15;
    private static final int BUCKETS = 1 << 16;

    private final long[][] pages = new long[BUCKETS / PAGE][];
    private long count;

    void add(double value) {
        put((int) (Double.doubleToRawLongBits(value) >>> SHIFT), 1);
    }

    void merge(QuantileSketch other) {
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            long added = other.at(bucket);
            if (added > 0) {
                put(bucket, added);
            }
        }
    }

    /** The middle of the bucket that holds the share of the values, NaN without any. */
    double quantile(double share) {
        long before = (long) Math.floor(share * (count - 1));
        for (int bucket = BUCKETS - 1; bucket >= FIRST_NEGATIVE; bucket--) {
            before -= at(bucket);
            if (before < 0) {
                return middle(bucket);
            }
        }
        for (int bucket = 0; bucket < FIRST_NEGATIVE; bucket++) {
            before -= at(bucket);
            if (before < 0) {
                return middle(bucket);
            }
        }
        return Double.NaN;
    }

    private void put(int bucket, long added) {
        long[] page = pages[bucket / PAGE];
        if (page == null) {
            page = new long[PAGE];
            pages[bucket / PAGE] = page;
        }
        page[bucket % PAGE] += added;
        count += added;
    }

    private long at(int bucket) {
        long[] page = pages[bucket / PAGE];
        return page == null ? 0 : page[bucket % PAGE];
    }

    private static double middle(int bucket) {
        double low = Double.longBitsToDouble((long) bucket << SHIFT);
        double high = Double.longBitsToDouble((((long) bucket + 1) << SHIFT) - 1);
        return low + (high - low) / 2;
    }
}
