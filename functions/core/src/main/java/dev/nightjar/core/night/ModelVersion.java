package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code 1.Y.N-DATE.S}: Y counts changes of columns or label, N is the running number, DATE the
 * slot's UTC date, S the attempt whose snapshot it learned from.
 */
public record ModelVersion(int interfaceNumber, int number, LocalDate date, int attempt) {
    private static final Pattern TEXT = Pattern.compile("1\\.(\\d+)\\.(\\d+)-(\\d{8})\\.(\\d+)");

    public ModelVersion {
        requireNonNull(date, "date is null");
    }

    /** The version of a challenger of the run whose snapshot it learned from. */
    public static ModelVersion of(int interfaceNumber, int number, RunId snapshotOf) {
        LocalDate date = snapshotOf.slot().time().atOffset(ZoneOffset.UTC).toLocalDate();
        return new ModelVersion(interfaceNumber, number, date, snapshotOf.attempt());
    }

    /**
     * Reads the whole version.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static ModelVersion parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no model version; one reads like 1.0.3-20261102.1");
        }
        return new ModelVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                LocalDate.parse(matcher.group(3), DateTimeFormatter.BASIC_ISO_DATE),
                Integer.parseInt(matcher.group(4)));
    }

    /** What screens show: {@code 1.Y.N}. */
    public String shown() {
        return "1." + interfaceNumber + "." + number;
    }

    /** The shown form of a version given as text. */
    public static String shown(String version) {
        int dash = version.indexOf('-');
        return dash < 0 ? version : version.substring(0, dash);
    }

    @Override
    public String toString() {
        return shown() + "-" + date.format(DateTimeFormatter.BASIC_ISO_DATE) + "." + attempt;
    }
}
