package dev.nightjar.cdk;

import java.io.Serial;
import java.util.List;

/** Settings or files that nothing can be deployed from, with everything that is wrong. */
public final class NotDeployable extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    /** With one problem a line. */
    public NotDeployable(List<String> lines) {
        super(String.join("\n", lines));
    }

    /**
     * Goes on only without problems.
     *
     * @throws NotDeployable with all of them when there are any
     */
    public static void ifAny(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new NotDeployable(problems);
        }
    }

    /** One problem a line. */
    public List<String> lines() {
        return String.valueOf(getMessage()).lines().toList();
    }
}
