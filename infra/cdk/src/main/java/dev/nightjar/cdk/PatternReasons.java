package dev.nightjar.cdk;

import dev.nightjar.pipeline.functions.FunctionEntry;
import dev.nightjar.pipeline.functions.FunctionUse;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.RegexAppliesTo;

import java.util.ArrayList;
import java.util.List;

/** Why a function's role has patterns among its resources: what cdk-nag is told, kind by kind. */
final class PatternReasons {
    private static final String STORE = "<StoreBucket[0-9A-F]{8}\\.Arn>";

    private PatternReasons() {}

    /** The reasons that apply to the function. */
    static List<NagPackSuppression> of(FunctionEntry entry) {
        List<NagPackSuppression> reasons = new ArrayList<>();
        reasons.add(Unscoped.TRACES.suppression());
        reasons.add(
                pattern(
                        STORE + "/\\*/.+",
                        "The keys that state-machines/functions.yaml lists for this function, and no"
                                + " others. RightsTest runs whole nights on a store that refuses"
                                + " everything else, and fails on a right that no night needs. The"
                                + " first * is the name of a pipeline."));
        reasons.add(
                pattern(
                        STORE + "/data/\\*",
                        "Data is named by whoever delivers it. Functions may read and list what"
                                + " lies below the folder, and are denied to write there."));
        if (entry.uses().contains(FunctionUse.DATA)) {
            reasons.add(
                    pattern(
                            "arn:<AWS::Partition>:s3:::.+/\\*",
                            "A data root that a pipeline file names: rows in it are named by whoever"
                                    + " delivers them, and are only read."));
        }
        if (entry.uses().contains(FunctionUse.EXECUTIONS)) {
            reasons.add(
                    pattern(
                            "arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:"
                                    + "[a-z0-9-]+-(training|scoring):\\*",
                            "An execution is named when it starts. The pattern holds those of this"
                                    + " stack's two machines, and they are only read."));
        }
        return reasons;
    }

    private static NagPackSuppression pattern(String resource, String reason) {
        String expression = "/^Resource::" + resource.replace("/", "\\/") + "$/";
        return NagPackSuppression.builder()
                .id("AwsSolutions-IAM5")
                .appliesTo(List.of(RegexAppliesTo.builder().regex(expression).build()))
                .reason(reason)
                .build();
    }
}
