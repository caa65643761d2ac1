package dev.nightjar.tables.check;

/** Days as ISO 8601 writes them: {@code 2026-11-02}, and nothing else. */
public final class DateGrammar {
    private static final int LENGTH = 10;

    private DateGrammar() {}

    /** Whether the cell is a day of the calendar. */
    public static boolean isDay(byte[] bytes, int from, int to) {
        if (to - from != LENGTH || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return false;
        }
        int year = digits(bytes, from, 4);
        int month = digits(bytes, from + 5, 2);
        int day = digits(bytes, from + 8, 2);
        return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);
    }

    private static int digits(byte[] bytes, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static int days(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }
}
