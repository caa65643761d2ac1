package dev.nightjar.local.demo;

import java.util.Locale;

/** Where an applicant lives. */
enum Region {
    NORTH,
    EAST,
    SOUTH,
    WEST,
    CAPITAL;

    private static final Region[] ALL = values();
    private static final double[] SHARES = {0.18, 0.14, 0.24, 0.26, 0.18};

    static Region draw(Draws draws) {
        return ALL[draws.pick(SHARES)];
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
