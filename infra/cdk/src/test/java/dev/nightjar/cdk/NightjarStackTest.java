package dev.nightjar.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What holds of the stack as a whole. */
final class NightjarStackTest {
    /** Paid by use, or by what is stored: nothing here costs anything while nobody calls it. */
    private static final Set<String> PAID_BY_USE =
            Set.of(
                    "AWS::CloudWatch::Alarm",
                    "AWS::Events::Rule",
                    "AWS::Glue::Database",
                    "AWS::Glue::Table",
                    "AWS::IAM::Policy",
                    "AWS::IAM::Role",
                    "AWS::KMS::Alias",
                    "AWS::KMS::Key",
                    "AWS::Lambda::EventInvokeConfig",
                    "AWS::Lambda::Function",
                    "AWS::Lambda::Permission",
                    "AWS::Lambda::Version",
                    "AWS::Logs::LogGroup",
                    "AWS::S3::Bucket",
                    "AWS::S3::BucketPolicy",
                    "AWS::SNS::Subscription",
                    "AWS::SNS::Topic",
                    "AWS::SNS::TopicPolicy",
                    "AWS::SQS::Queue",
                    "AWS::SQS::QueuePolicy",
                    "AWS::Scheduler::Schedule",
                    "AWS::Scheduler::ScheduleGroup",
                    "AWS::StepFunctions::StateMachine");

    private final Synthesized night = Synthesized.standard();

    @Test
    void hasNothingThatRunsWhileNobodyWorks() {
        assertThat(PAID_BY_USE).containsAll(night.types());
    }

    @Test
    void onlyNamedActionsAreOnEveryResource() {
        Set<String> named = new TreeSet<>();
        Unscoped.ALL.forEach(unscoped -> named.addAll(unscoped.actions()));

        assertThat(named).containsAll(onEveryResource());
    }

    @Test
    void noActionIsAPattern() {
        assertThat(statements())
                .flatExtracting(statement -> Resources.texts(statement.path("Action")))
                .isNotEmpty()
                .noneMatch(action -> action.contains("*"));
    }

    @Test
    void everythingThatStaysIsMeantTo() {
        Set<String> kept = new TreeSet<>();
        for (String type : night.types()) {
            if (night.removals(type).contains("Retain")) {
                kept.add(type);
            }
        }

        assertThat(kept)
                .containsExactly("AWS::KMS::Key", "AWS::Lambda::Version", "AWS::S3::Bucket");
    }

    @Test
    void isTaggedWithItsDeployment() {
        assertThat(night.resources().all("AWS::S3::Bucket").getFirst().path("Tags").toString())
                .contains("{\"Key\":\"deployment\",\"Value\":\"nightjar\"}");
    }

    /** Actions of roles; in the policy of a key or queue, * is the resource itself. */
    private Set<String> onEveryResource() {
        Set<String> actions = new TreeSet<>();
        for (JsonNode statement : statements()) {
            if (Resources.texts(statement.path("Resource")).contains("*")) {
                actions.addAll(Resources.texts(statement.path("Action")));
            }
        }
        return actions;
    }

    private List<JsonNode> statements() {
        List<JsonNode> statements = new ArrayList<>();
        for (JsonNode policy : night.resources().all("AWS::IAM::Policy")) {
            policy.at("/PolicyDocument/Statement").forEach(statements::add);
        }
        for (JsonNode role : night.resources().all("AWS::IAM::Role")) {
            for (JsonNode policy : role.path("Policies")) {
                policy.at("/PolicyDocument/Statement").forEach(statements::add);
            }
        }
        return statements;
    }
}
