package dev.nightjar.run;

import dev.nightjar.aws.Environment;
import dev.nightjar.aws.StepFunction;
import dev.nightjar.aws.Wiring;
import dev.nightjar.core.night.StepRequest;

/** Handler of {@link PublishReport}. */
public final class PublishReportFunction extends StepFunction<StepRequest, PublishReport.Response> {
    /** Wires from the environment. */
    public PublishReportFunction() {
        this(Environment.wiring());
    }

    public PublishReportFunction(Wiring wiring) {
        super(StepRequest.class, new PublishReport(wiring)::answer);
    }
}
