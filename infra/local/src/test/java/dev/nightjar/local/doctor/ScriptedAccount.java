package dev.nightjar.local.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What AWS answers to {@code doctor}, on the wire: STS, S3, Step Functions and Lambda. An answer is
 * a status and a body.
 */
final class ScriptedAccount implements AutoCloseable {
    private static final String IDENTITY =
            """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
              <GetCallerIdentityResult>
                <Arn>arn:aws:iam::123456789012:user/ann</Arn>
                <UserId>AIDA</UserId>
                <Account>123456789012</Account>
              </GetCallerIdentityResult>
            </GetCallerIdentityResponse>
            """;

    private static final String GUARD =
            """
            {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject",
             "Resource": "*", "Condition": {"Null": {"s3:if-none-match": "true"}}}]}
            """;

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    /** An account in which all is well. */
    ScriptedAccount() throws IOException {
        answer("sts", 200, IDENTITY);
        answer(
                "states",
                200,
                "{\"stateMachines\": [%s, %s]}"
                        .formatted(machine("nightjar-training"), machine("nightjar-scoring")));
        answer("lambda", 200, "{\"AccountLimit\": {\"ConcurrentExecutions\": 1000}}");
        answer(
                "versioning",
                200,
                "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
        answer("policy", 200, GUARD);
        answer("bucket", 200, "eu-central-1");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::exchange);
        server.start();
    }

    private static String machine(String name) {
        return """
        {"stateMachineArn": "arn:aws:states:eu-central-1:123456789012:stateMachine:%s",
         "name": "%s", "type": "STANDARD", "creationDate": 0}
        """
                .formatted(name, name);
    }

    /** Has one of its parts answer otherwise. */
    void answer(String part, int status, String body) {
        answers.put(part, new Answer(status, body));
    }

    Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort(),
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test");
    }

    private void exchange(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String part = part(exchange);
        Answer answer = requireNonNull(answers.get(part));
        if (part.equals("bucket")) {
            exchange.getResponseHeaders().set("x-amz-bucket-region", answer.body());
            exchange.sendResponseHeaders(answer.status(), -1);
        } else {
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static String part(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        if (path.contains("account-settings")) {
            return "lambda";
        }
        if (exchange.getRequestHeaders().containsKey("X-Amz-Target")) {
            return "states";
        }
        if (path.equals("/")) {
            return "sts";
        }
        return query.contains("versioning")
                ? "versioning"
                : query.contains("policy") ? "policy" : "bucket";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
