package dev.nightjar.local.demo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One application as text, cell by cell. Filled again and again; for one thread. */
final class LoanRow {
    private final Map<Field, String> cells = new EnumMap<>(Field.class);
    private boolean cut;

    /** Takes over the application, clean. */
    void fill(Loan loan, boolean defaulted) {
        cut = false;
        set(Field.LOAN_ID, key(loan.number()));
        set(Field.AMOUNT, loan.amount() / 100 + "." + twoDigits(loan.amount() % 100));
        set(Field.AGE, Integer.toString(loan.age()));
        set(Field.INCOME, Long.toString(loan.income()));
        set(Field.TERM_MONTHS, Integer.toString(loan.termMonths()));
        set(
                Field.EMPLOYMENT_YEARS,
                loan.employmentTenths() / 10 + "." + loan.employmentTenths() % 10);
        set(Field.PREVIOUS_DEFAULTS, Integer.toString(loan.previousDefaults()));
        set(Field.PURPOSE, loan.purpose().toString());
        set(Field.HOME, loan.home().toString());
        set(Field.REGION, loan.region().toString());
        set(Field.DEFAULTED, Boolean.toString(defaulted));
    }

    /** The key of the application with the number. */
    static String key(long number) {
        return "L" + number;
    }

    /** The number of the application with the key. */
    static long number(String key) {
        return Long.parseLong(key.substring(1));
    }

    String get(Field field) {
        return cells.getOrDefault(field, "");
    }

    void set(Field field, String cell) {
        cells.put(field, cell);
    }

    /** Lets the line end early. */
    void cut() {
        cut = true;
    }

    /** Appends the line without its end. */
    void appendTo(StringBuilder text, List<Field> order) {
        int fields = cut ? order.size() - 3 : order.size();
        for (int i = 0; i < fields; i++) {
            if (i > 0) {
                text.append(',');
            }
            text.append(get(order.get(i)));
        }
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
