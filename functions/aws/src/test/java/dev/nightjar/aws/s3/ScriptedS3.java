package dev.nightjar.aws.s3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An S3 that answers by a script, one answer a request, the last one again and again: for what
 * neither S3 nor its stand-in does when asked. The client tries again without pauses.
 */
final class ScriptedS3 implements AutoCloseable {
    /** What came in; header names in lower case. */
    record Request(String method, String target, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** What is done with a request. */
    interface Answer {
        /** Whether the connection is kept for the next request. */
        boolean to(Request request, Socket connection) throws IOException;

        /** Whether the body of a request that asks first is wanted. */
        default boolean wantsBody() {
            return true;
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerSocket server;
    private final List<Answer> script;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final S3Client client;
    private int next;

    ScriptedS3(Answer... script) throws IOException {
        this(PATIENCE, script);
    }

    /**
     * The same.
     *
     * @param patience of the client with an answer that does not come
     */
    ScriptedS3(Duration patience, Answer... script) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.script = List.of(script);
        this.client = client("http://127.0.0.1:" + server.getLocalPort(), keys(), patience);
        Thread.ofVirtual().start(this::accept);
    }

    /** A client of whatever stands at the address. */
    static S3Client client(String address, AwsCredentialsProvider credentials) {
        return client(address, credentials, PATIENCE);
    }

    private static S3Client client(
            String address, AwsCredentialsProvider credentials, Duration patience) {
        return S3Clients.builder(
                        Map.of("AWS_ENDPOINT_URL", address, "AWS_REGION", "eu-central-1"),
                        retries ->
                                retries.backoffStrategy(BackoffStrategy.retryImmediately())
                                        .throttlingBackoffStrategy(
                                                BackoffStrategy.retryImmediately()))
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(patience))
                .build();
    }

    static AwsCredentialsProvider keys() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));
    }

    static Answer ok(byte[] body, String... headers) {
        return whole(200, body, headers);
    }

    static Answer ok(String body, String... headers) {
        return ok(body.getBytes(UTF_8), headers);
    }

    /** The answer to a write. */
    static Answer written(String etag) {
        return ok("", "ETag", "\"" + etag + "\"");
    }

    /** An object or, to a HEAD, what is said of it. */
    static Answer object(String etag, String body) {
        return ok(body, "ETag", "\"" + etag + "\"");
    }

    /** S3's way to say no. */
    static Answer error(int status, String code, String... headers) {
        String body =
                "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>It says %s</Message></Error>"
                        .formatted(code, code);
        return whole(status, body.getBytes(UTF_8), headers);
    }

    /** No, before the body was sent. */
    static Answer errorBeforeTheBody(int status, String code) {
        Answer error = error(status, code);
        return new Answer() {
            @Override
            public boolean to(Request request, Socket connection) throws IOException {
                error.to(request, connection);
                return false;
            }

            @Override
            public boolean wantsBody() {
                return false;
            }
        };
    }

    /** The request arrives, the answer does not: the connection is reset. */
    static Answer lost() {
        return (_, connection) -> {
            connection.setSoLinger(true, 0);
            return false;
        };
    }

    /** The request arrives, and nothing is answered as long as the peer lives. */
    static Answer silence() {
        return (_, connection) -> connection.getInputStream().read() >= 0;
    }

    /** The head says all of the body, and the connection ends after some of it. */
    static Answer cut(String etag, String body, int after, String... headers) {
        return (_, connection) -> {
            byte[] bytes = body.getBytes(UTF_8);
            OutputStream out = connection.getOutputStream();
            List<String> all = new ArrayList<>(List.of("ETag", "\"" + etag + "\""));
            all.addAll(List.of(headers));
            out.write(head(206, bytes.length, all));
            out.write(bytes, 0, after);
            out.flush();
            return false;
        };
    }

    private static Answer whole(int status, byte[] body, String... headers) {
        return (request, connection) -> {
            OutputStream out = connection.getOutputStream();
            out.write(head(status, body.length, List.of(headers)));
            if (!"HEAD".equals(request.method())) {
                out.write(body);
            }
            out.flush();
            return true;
        };
    }

    private static byte[] head(int status, int length, List<String> headers) {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 " + status + " Scripted\r\nContent-Length: " + length);
        for (int i = 0; i < headers.size(); i += 2) {
            head.append("\r\n").append(headers.get(i)).append(": ").append(headers.get(i + 1));
        }
        return head.append("\r\n\r\n").toString().getBytes(ISO_8859_1);
    }

    S3Client client() {
        return client;
    }

    S3Store store() {
        return S3Store.at("s3://the-bucket", client);
    }

    /** What was asked so far, such as {@code PUT /the-bucket/a}. */
    List<String> asked() {
        return requests.stream().map(request -> request.method() + " " + request.target()).toList();
    }

    Request request(int index) {
        return requests.get(index);
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            boolean open = true;
            while (open) {
                List<String> head = head(in);
                open = !head.isEmpty() && answer(head, in, connection);
            }
        } catch (IOException gone) {
            // The client went away, which is its right.
        }
    }

    private boolean answer(List<String> head, InputStream in, Socket connection)
            throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line : head.subList(1, head.size())) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        Answer answer = next();
        String body = body(headers, answer.wantsBody(), in, connection.getOutputStream());
        String[] start = head.getFirst().split(" ", -1);
        Request request = new Request(start[0], start[1], headers, body);
        requests.add(request);
        return answer.to(request, connection);
    }

    private synchronized Answer next() {
        Answer answer = script.get(Math.min(next, script.size() - 1));
        next++;
        return answer;
    }

    private static String body(
            Map<String, String> headers, boolean wanted, InputStream in, OutputStream out)
            throws IOException {
        boolean asksFirst = headers.containsKey("expect");
        if (asksFirst && !wanted) {
            return "";
        }
        if (asksFirst) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
            out.flush();
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new String(in.readNBytes(length), UTF_8);
    }

    /** The lines before the empty one; none when the client is gone. */
    private static List<String> head(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (octet != '\n') {
                line.write(octet);
                continue;
            }
            String text = line.toString(ISO_8859_1).strip();
            if (text.isEmpty()) {
                return lines;
            }
            lines.add(text);
            line.reset();
        }
        return List.of();
    }
}
