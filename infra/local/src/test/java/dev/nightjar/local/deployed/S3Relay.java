package dev.nightjar.local.deployed;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between the deployed functions and LocalStack's S3. It passes everything on, but for what
 * a test's rules refuse or hold: so a step fails or waits as S3 can make it fail or wait.
 */
final class S3Relay implements AutoCloseable {
    /** What one connection says of itself, and what the client here writes by itself. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of(
                    "connection",
                    "content-length",
                    "date",
                    "expect",
                    "host",
                    "keep-alive",
                    "transfer-encoding",
                    "upgrade");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<S3Rule> rules = new CopyOnWriteArrayList<>();
    private volatile @Nullable URI target;

    S3Relay() throws IOException {
        // Open to the containers, so not on the loopback alone.
        server = HttpServer.create(new InetSocketAddress(0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::relay);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Where calls go on to. */
    void target(URI address) {
        target = requireNonNull(address, "address is null");
    }

    /** A rule, which holds until it is removed. */
    <R extends S3Rule> R add(R rule) {
        rules.add(rule);
        return rule;
    }

    void remove(S3Rule rule) {
        rules.remove(rule);
    }

    private void relay(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            S3Refusal refusal = refusal(call(exchange));
            if (refusal == null) {
                HttpResponse<byte[]> answer =
                        client.send(
                                request(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
                answer(exchange, answer);
            } else {
                exchange.getResponseHeaders().add("Content-Type", "application/xml");
                write(exchange, refusal.status(), refusal.body());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable S3Refusal refusal(S3Call call) throws InterruptedException {
        for (S3Rule rule : rules) {
            S3Refusal refusal = rule.look(call);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    /** Functions speak to an address of numbers, so the bucket is the path's first segment. */
    private static S3Call call(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        int key = path.indexOf('/', 1);
        String id = exchange.getRequestHeaders().getFirst("amz-sdk-invocation-id");
        return new S3Call(
                exchange.getRequestMethod(),
                key < 0 ? "" : path.substring(key + 1),
                id == null ? "" : id);
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        URI address = requireNonNull(target, "target is null");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + exchange.getRequestURI().toString()))
                        .method(
                                exchange.getRequestMethod(),
                                body.length == 0
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body));
        for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
            if (isPassedOn(header.getKey())) {
                header.getValue().forEach(value -> request.header(header.getKey(), value));
            }
        }
        return request.build();
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
            throws IOException {
        answer.headers()
                .map()
                .forEach(
                        (name, values) -> {
                            if (isPassedOn(name)) {
                                exchange.getResponseHeaders().put(name, values);
                            }
                        });
        if (exchange.getRequestMethod().equals("HEAD")) {
            answer.headers()
                    .firstValue("content-length")
                    .ifPresent(size -> exchange.getResponseHeaders().add("Content-Length", size));
            exchange.sendResponseHeaders(answer.statusCode(), -1);
        } else {
            write(exchange, answer.statusCode(), answer.body());
        }
    }

    private static boolean isPassedOn(String header) {
        return !OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
        threads.shutdownNow();
    }
}
