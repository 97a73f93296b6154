package io.github.schemasplit.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOSTILE = "table \"a\"\"b\\\n<!channel> & $1 {{text}} \u2028";
    private static final Notice NOTICE = new Notice(
            NoticeKind.AFTER,
            "migrate",
            "shop",
            Instant.parse("2026-12-01T22:00:00Z"),
            HOSTILE,
            Optional.of(new Notice.Scope(List.of("a\"b", "c"), 63, 75, 0, 140)),
            Optional.of(new Notice.Effort(
                    Duration.ofMillis(2100), Optional.of(Duration.ofMillis(48)), 2, 1, new UUID(1, 2))),
            Optional.empty(),
            Optional.empty());

    private final Queue<Integer> answers = new ArrayDeque<>();
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());

    /** A receiver that answers as told, and 200 after that. */
    private void receiving(Received test) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Integer answer = answers.poll();
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(answer == null ? 200 : answer, -1);
            exchange.close();
        });
        server.start();
        try {
            test.at(URI.create("http://localhost:" + server.getAddress().getPort() + "/hook?secret=s3cret"));
        } finally {
            server.stop(0);
        }
    }

    @FunctionalInterface
    private interface Received {
        void at(URI url) throws Exception;
    }

    private static Webhook webhook(URI url, NoticeTemplate template) {
        return new Webhook(url, template, Duration.ofSeconds(5), Duration.ofMillis(1));
    }

    @Test
    void slackGetsATextInWhichNoNameIsALinkOrCallsAnybody() throws Exception {
        receiving(url -> webhook(url, NoticeTemplate.SLACK).receive(NOTICE));
        assertThat(JSON.readTree(bodies.get(0)).get("text").asText())
                .isEqualTo("table \"a\"\"b\\\n&lt;!channel&gt; &amp; $1 {{text}} \u2028");
    }

    @Test
    void aTemplateIsFilledInWithTextsInQuotesAndNumbersWithout() throws Exception {
        NoticeTemplate template = NoticeTemplate.parse(
                "{\"content\": \"x {{ text }}\", \"n\": {{tables}}, \"p\": {{predictedShutMillis}}, \"f\": \"{{failure}}\","
                        + " \"to\": {{schemas}}, \"all\": {{notice}}}");
        JSON.readTree(template.body(NOTICE))
                .forEach(member -> assertThat(member).isNotNull());
        assertThat(JSON.readTree(template.body(NOTICE)).toString())
                .isEqualTo(JSON.readTree("{\"content\":" + JSON.writeValueAsString("x " + HOSTILE)
                                + ",\"n\":63,\"p\":null,\"f\":\"\",\"to\":[\"a\\\"b\",\"c\"],\"all\":"
                                + "{\"event\":\"after\",\"goal\":\"migrate\",\"database\":\"shop\",\"time\":\"2026-12-01T22:00:00Z\",\"text\":"
                                + JSON.writeValueAsString(HOSTILE)
                                + ",\"schemas\":[\"a\\\"b\",\"c\"],\"tables\":63,\"objects\":75,\"oldNames\":0,\"statements\":140,"
                                + "\"durationMillis\":2100,\"shutMillis\":48,\"attempts\":2,\"transactions\":1,"
                                + "\"journalEntry\":\"00000000-0000-0001-0000-000000000002\"}}")
                        .toString());
    }

    @Test
    void aTemplateThatIsNoneIsRefusedBeforeAnythingIsDone() {
        assertThatThrownBy(() -> NoticeTemplate.parse("{\"text\": \"{{tabels}}\"}"))
                .hasMessageStartingWith("names {{tabels}}; what there is: attempts, database, durationMillis, event, ");
        assertThatThrownBy(() -> NoticeTemplate.parse("{\"text\": {{text}}"))
                .hasMessageStartingWith("is no JSON when it is filled in");
        assertThatThrownBy(() -> NoticeTemplate.parse(" ")).hasMessage("is empty");
        assertThatThrownBy(() -> NoticeTemplate.parse("{\"a\": \"b\\\"\", \"to\": \"to {{schemas}}\"}"))
                .hasMessage("has {{schemas}} in quotes, which stands for a list with quotes in it: write it without, as"
                        + " \"schemas\": {{schemas}}");
        assertThatThrownBy(() -> NoticeTemplate.parse("[\"{{notice}}\"]"))
                .hasMessage(
                        "has {{notice}} in quotes, which stands for an object with quotes in it: write it without, as"
                                + " \"notice\": {{notice}}");
        // What would be JSON for some notices only.
        for (String some : List.of("[{{text}}]", "[-{{tables}}]", "[{{schemas}}{{schemas}}]")) {
            assertThatThrownBy(() -> NoticeTemplate.parse(some))
                    .hasMessageStartingWith("is no JSON when it is filled in");
        }
        assertThatThrownBy(() -> NoticeTemplate.parse("{{notice}}{{notice}}"))
                .hasMessageStartingWith("is more than one JSON value");
    }

    @Test
    void whatIsTheOtherSidesFaultIsTriedAgainAndWhatIsOursIsNot() throws Exception {
        answers.addAll(List.of(503, 429));
        receiving(url -> webhook(url, NoticeTemplate.SLACK).receive(NOTICE));
        assertThat(bodies).hasSize(3);
        bodies.clear();
        answers.addAll(List.of(500, 502, 503));
        receiving(url -> assertThatThrownBy(
                        () -> webhook(url, NoticeTemplate.SLACK).receive(NOTICE))
                .hasMessage("it answered 503, 3 times"));
        assertThat(bodies).hasSize(3);
        bodies.clear();
        answers.addAll(List.of(404, 302));
        receiving(url -> {
            assertThatThrownBy(() -> webhook(url, NoticeTemplate.SLACK).receive(NOTICE))
                    .hasMessage("it answered 404");
            assertThatThrownBy(() -> webhook(url, NoticeTemplate.SLACK).receive(NOTICE))
                    .hasMessage("it answered 302");
        });
        assertThat(bodies).hasSize(2);
    }

    @Test
    void anAnswerThatDoesNotEndIsNotWaitedFor() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            List<Socket> stalled = new CopyOnWriteArrayList<>();
            Thread receiver = new Thread(() -> {
                try {
                    while (true) {
                        Socket client = socket.accept();
                        stalled.add(client);
                        client.getOutputStream()
                                .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII));
                    }
                } catch (IOException e) {
                    // The test is over.
                }
            });
            receiver.start();
            URI url = URI.create("http://localhost:" + socket.getLocalPort() + "/hook");
            Webhook webhook = new Webhook(url, NoticeTemplate.SLACK, Duration.ofMillis(300), Duration.ZERO);
            assertThatThrownBy(() -> webhook.receive(NOTICE))
                    .hasMessage("it is not to be reached (TimeoutException), 3 times");
            assertThat(stalled).hasSize(3);
            for (Socket client : stalled) {
                client.close();
            }
        }
    }

    @Test
    void nobodyIsToldTheUrlWhenItIsNotReachedOrIsNone() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        URI nobody = URI.create("http://localhost:" + free + "/s3cret");
        assertThatThrownBy(() -> webhook(nobody, NoticeTemplate.SLACK).receive(NOTICE))
                .hasMessage("it is not to be reached (ConnectException), 3 times");
        URI noPort = URI.create("http://localhost:99999/s3cret");
        assertThatThrownBy(() -> webhook(noPort, NoticeTemplate.SLACK).receive(NOTICE))
                .hasMessage("it is not to be reached (IllegalArgumentException), 3 times");
        for (String url : List.of("ftp://host/s3cret", "https:/s3cret", "https://ho st/s3cret", "s3cret")) {
            assertThatThrownBy(() -> Webhook.of(url, NoticeTemplate.SLACK))
                    .hasMessage("is no URL that begins with https:// or http:// and names a host");
        }
        assertThat(new Webhook(nobody, NoticeTemplate.SLACK, Duration.ZERO, Duration.ZERO).toString())
                .doesNotContain("s3cret");
    }

    @Test
    void aFileGetsALineForEachNotice(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a b/notices.jsonl");
        new NoticeFile(file).receive(NOTICE);
        new NoticeFile(file).receive(NOTICE);
        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(JSON.readTree(line).get("text").asText()).isEqualTo(HOSTILE));
        assertThatThrownBy(() -> new NoticeFile(folder).receive(NOTICE)).hasMessageStartingWith("it cannot be written");
    }
}
