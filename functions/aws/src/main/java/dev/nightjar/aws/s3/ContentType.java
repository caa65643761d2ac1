package dev.nightjar.aws.s3;

/** What a browser is told of an object, so that the console shows a report instead of saving it. */
final class ContentType {
    private ContentType() {}

    static String of(String key) {
        return switch (key.substring(key.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "json" -> "application/json";
            case "csv" -> "text/csv; charset=utf-8";
            case "txt" -> "text/plain; charset=utf-8";
            default -> "application/octet-stream";
        };
    }
}
