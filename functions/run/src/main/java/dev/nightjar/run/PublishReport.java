package dev.nightjar.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.StepRequest;
import dev.nightjar.run.report.Reports;

/**
 * Writes what the run did and decided, for people and for programs. The same records give the same
 * bytes, so that writing twice does no harm. Safe for use by multiple threads.
 */
public final class PublishReport {
    private final Reports reports;

    public PublishReport(Wiring wiring) {
        this.reports = new Reports(requireNonNull(wiring, "wiring is null").store());
    }

    /** Nothing to say. */
    public record Response() {}

    /** Writes {@code report.json} and {@code report.html} of the run. */
    public Response answer(StepRequest request) {
        reports.publish(request.run());
        return new Response();
    }
}
