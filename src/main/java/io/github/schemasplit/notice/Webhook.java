package io.github.schemasplit.notice;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A URL that gets each notice by POST. Whoever knows it can write there, so it is a secret: nothing that this class says has it, or what
 * was answered. Redirects are not followed, since they would lead elsewhere.
 */
public final class Webhook implements NoticeReceiver {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int ATTEMPTS = 3;
    private static final int GROWTH = 4;
    private static final int TOO_MANY_REQUESTS = 429;

    private final URI url;
    private final NoticeTemplate template;
    private final Duration timeout;
    private final Duration pause;

    Webhook(URI url, NoticeTemplate template, Duration timeout, Duration pause) {
        this.url = url;
        this.template = template;
        this.timeout = timeout;
        this.pause = pause;
    }

    /**
     * @param template the body
     * @throws IllegalArgumentException when the URL is none of HTTP; without the URL in its message
     */
    public static Webhook of(String url, NoticeTemplate template) {
        return new Webhook(parse(url), template, TIMEOUT, PAUSE);
    }

    static URI parse(String url) {
        try {
            URI uri = new URI(url.strip());
            if (uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Its message has the URL.
        }
        throw new IllegalArgumentException("is no URL that begins with https:// or http:// and names a host");
    }

    @Override
    public String name() {
        return "the webhook";
    }

    /** Tries again, a little later each time, when nobody answers or the other side says that it is its own fault. */
    @Override
    public void receive(Notice notice) throws NoticeException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(template.body(notice), StandardCharsets.UTF_8))
                .build();
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
        Duration next = pause;
        for (int attempt = 1; ; attempt++) {
            Answer answer = send(client, request);
            if (answer.taken()) {
                return;
            }
            if (!answer.mayChange() || attempt == ATTEMPTS) {
                throw new NoticeException(answer.text() + (attempt == 1 ? "" : ", " + attempt + " times"));
            }
            sleep(next);
            next = next.multipliedBy(GROWTH);
        }
    }

    /** The time counts to the end of the answer, which the request's own does not. */
    private Answer send(HttpClient client, HttpRequest request) throws NoticeException {
        CompletableFuture<HttpResponse<Void>> response = new CompletableFuture<>();
        try {
            response = client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
            int status = response.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            return new Answer(
                    status / 100 == 2, status / 100 == 5 || status == TOO_MANY_REQUESTS, "it answered " + status);
        } catch (TimeoutException | IllegalArgumentException e) {
            return unreached(e);
        } catch (ExecutionException e) {
            return unreached(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            response.cancel(true);
        }
    }

    /** Not by its message, which may have the URL. */
    private static Answer unreached(Throwable why) {
        return new Answer(
                false, true, "it is not to be reached (" + why.getClass().getSimpleName() + ")");
    }

    private static void sleep(Duration time) throws NoticeException {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static NoticeException interrupted() {
        Thread.currentThread().interrupt();
        return new NoticeException("the goal was interrupted");
    }

    private record Answer(boolean taken, boolean mayChange, String text) {}
}
