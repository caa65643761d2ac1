package dev.nightjar.aws.notify;

import java.util.Map;

/** A notification as SNS takes it and a person reads it in a mail. */
final class MessageText {
    /** "Less than 100 characters" (SNS API reference, "Publish"). */
    private static final int LONGEST_SUBJECT = 99;

    private static final String CUT = " ...";

    private MessageText() {}

    /** One line of printable ASCII, which is all that SNS takes. */
    static String subject(String text) {
        String line = text.strip().replaceAll("\\s+", " ").replaceAll("[^ -~]", "?");
        return line.length() <= LONGEST_SUBJECT
                ? line
                : line.substring(0, LONGEST_SUBJECT - CUT.length()) + CUT;
    }

    /** The subject in full, then a line for each fact, names in one column. */
    static String body(String subject, Map<String, String> detail) {
        int width = detail.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder body = new StringBuilder(subject).append("\n");
        detail.forEach(
                (name, value) ->
                        body.append("\n")
                                .append(name)
                                .repeat(' ', width - name.length() + 2)
                                .append(value));
        return body.append("\n").toString();
    }
}
