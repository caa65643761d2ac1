package dev.nightjar.aws.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands in for a service of AWS where LocalStack never answers as AWS does: each action is
 * answered by its script, in order; the last answer is repeated. Safe for use by multiple threads.
 */
public final class ScriptedService implements AutoCloseable {
    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final Map<String, Deque<Answer>> script = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** A service that answers 404 to everything. */
    public ScriptedService() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** Adds an answer to an action. */
    public ScriptedService answers(String action, int status, String body) {
        script.computeIfAbsent(action, key -> new ArrayDeque<>()).add(new Answer(status, body));
        return this;
    }

    /** Adds an error in the form of AWS's JSON protocol. */
    public ScriptedService refuses(String action, int status, String code, String message) {
        return answers(
                action,
                status,
                "{\"__type\":\"com.amazonaws#%s\",\"message\":\"%s\"}".formatted(code, message));
    }

    /** The bodies of the requests so far. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** What a process needs to take this for AWS. */
    public Map<String, String> environment() {
        return Map.of("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL", address().toString());
    }

    /** A client that does not try again. */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.region(Region.EU_CENTRAL_1)
                .endpointOverride(address())
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(
                        settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            asked.add(body);
            Answer answer = next(action(exchange, body));
            byte[] bytes = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String action(HttpExchange exchange, String body) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        return target == null
                ? body.replaceFirst("(?s).*Action=(\\w+).*", "$1")
                : target.substring(target.indexOf('.') + 1);
    }

    private Answer next(String action) {
        Deque<Answer> answers = script.getOrDefault(action, new ArrayDeque<>());
        synchronized (answers) {
            if (answers.isEmpty()) {
                return new Answer(404, "{\"__type\":\"NoScript\",\"message\":\"" + action + "\"}");
            }
            return answers.size() == 1 ? answers.getFirst() : answers.removeFirst();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
