package care.sacrum.local.demo;

import care.sacrum.local.backing.DemoIdentities;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Where patients and staff hand things in and ask: the services' public APIs. What fails for a moment is tried again,
/// a few times; every request here may be sent twice.
final class FrontDesk implements AutoCloseable {

    private static final int TRIES = 4;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(30);
    private static final Duration ASKED_EVERY = Duration.ofMillis(200);
    private static final int MOST_TOLD_CHARACTERS = 300;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTS_WITHIN)
            .build();

    /// @param body missing where there is none
    record Answer(String request, int status, JsonNode body) {

        boolean is(int expected) {
            return status == expected;
        }

        Answer mustBe(int... expected) {
            for (var each : expected) {
                if (status == each) {
                    return this;
                }
            }
            var told = body.toString();
            throw new IllegalStateException("%s was answered with %d: %s"
                    .formatted(request, status, told.substring(0, Math.min(told.length(), MOST_TOLD_CHARACTERS))));
        }
    }

    /// Signs in one of the [DemoIdentities].
    String token(URI issuer, String name) {
        var form = "grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(name, DemoIdentities.SECRET);
        var asking = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .timeout(ANSWERS_WITHIN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return answer(asking).mustBe(200).body().path("access_token").asText();
    }

    Answer get(String token, URI where) {
        return answer(asking(token, where).GET().build());
    }

    Answer put(String token, URI where, JsonNode what) {
        return answer(asking(token, where)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(what.toString()))
                .build());
    }

    /// Changes the version that is there.
    Answer change(String token, URI where, String version, JsonNode what) {
        return answer(asking(token, where)
                .header("Content-Type", "application/json")
                .header("If-Match", version)
                .PUT(BodyPublishers.ofString(what.toString()))
                .build());
    }

    Answer delete(String token, URI where, String version) {
        return answer(asking(token, where).header("If-Match", version).DELETE().build());
    }

    Answer post(String token, URI where, JsonNode what) {
        return answer(asking(token, where)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(what.toString()))
                .build());
    }

    /// Asks again until there is an answer, for as long as an event may be on its way.
    static <T> Optional<T> eventually(Supplier<Optional<T>> asked) {
        var until = System.nanoTime() + ARRIVES_WITHIN.toNanos();
        var answer = asked.get();
        while (answer.isEmpty() && System.nanoTime() < until) {
            pause(ASKED_EVERY);
            answer = asked.get();
        }
        return answer;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    private static HttpRequest.Builder asking(String token, URI where) {
        return HttpRequest.newBuilder(where)
                .timeout(ANSWERS_WITHIN)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private Answer answer(HttpRequest request) {
        for (var tried = 1; ; tried++) {
            var last = tried == TRIES;
            try {
                var response = client.send(request, BodyHandlers.ofString());
                if (last || response.statusCode() < 500) {
                    return new Answer(
                            request.method() + " " + request.uri(), response.statusCode(), read(response.body()));
                }
            } catch (IOException e) {
                if (last) {
                    throw new IllegalStateException(
                            "%s %s was not answered: %s".formatted(request.method(), request.uri(), e), e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            pause(PAUSE.multipliedBy(tried));
        }
    }

    private JsonNode read(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : json.readTree(body);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while the demo practice was fed", e);
    }
}
