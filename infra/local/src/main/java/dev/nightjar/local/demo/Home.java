package dev.nightjar.local.demo;

import java.util.Locale;

/** How an applicant lives. */
enum Home {
    RENT,
    MORTGAGE,
    OWN;

    /** Older people, and those who earn more, rent less often. */
    static Home draw(Draws draws, int age, long income) {
        double rents = age < 30 ? 0.7 : income < 30_000 ? 0.5 : 0.25;
        if (draws.happens(rents)) {
            return RENT;
        }
        return draws.happens(age > 55 ? 0.6 : 0.15) ? OWN : MORTGAGE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
