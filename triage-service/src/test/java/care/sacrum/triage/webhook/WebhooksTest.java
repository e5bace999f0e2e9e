package care.sacrum.triage.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.live.SessionTopic;
import care.sacrum.triage.store.NestedLoops;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
@WithTestResource(Receiver.class)
class WebhooksTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String RAISED = "care.sacrum.triage.finding-raised.v1";
    /// Of which no test here tells an event.
    private static final String NEVER_TOLD = "care.sacrum.session.excuse-recorded.v1";

    private static final String REPORTED = "care.sacrum.session.completed.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AgroalDataSource database;

    @Inject
    Courier courier;

    @Inject
    Deliveries deliveries;

    @Inject
    Webhooks webhooks;

    private final UUID practice = UUID.randomUUID();
    private final PatientKey patient = new PatientKey(practice, UUID.randomUUID());
    private final String path = "/" + practice;
    private SessionTopic sessions;
    private TestTopic told;

    @BeforeEach
    void begin() {
        told = TestTopic.named("sacrum.triage.v1");
        sessions = new SessionTopic();
    }

    @AfterEach
    void close() {
        sessions.close();
        told.close();
    }

    @Test
    void anEventArrivesSignedWithTheIdItHasOnKafka() {
        var webhook = made(RAISED);

        redFlag(patient);

        var received = awaitFirst();
        var event = told.next(message -> mine(message, RAISED), SOON);
        var document = tree(received.text());
        assertThat(received.header("content-type")).startsWith("application/cloudevents+json");
        assertThat(received.header("webhook-id")).isEqualTo(event.id());
        assertThat(document.path("specversion").asText()).isEqualTo("1.0");
        assertThat(document.path("id").asText()).isEqualTo(event.id());
        assertThat(document.path("type").asText()).isEqualTo(RAISED);
        assertThat(document.path("source").asText()).isEqualTo("/sacrum/triage-service");
        assertThat(document.path("dataschema").asText()).isEqualTo("/contracts/" + RAISED + ".schema.json");
        assertThat(document.path("data")).isEqualTo(tree(event.value()));
        assertThat(received.header("webhook-signature")).isEqualTo(signature(webhook.getString("secret"), received));
        await().atMost(SOON)
                .until(() ->
                        deliveries(webhook, "?state=delivered").getList("items").size() == 1);
        var delivery = deliveries(webhook, "");
        assertThat(delivery.getString("items[0].eventId")).isEqualTo(event.id());
        assertThat(delivery.getInt("items[0].attempts")).isEqualTo(1);
        assertThat(delivery.getInt("items[0].lastStatus")).isEqualTo(204);
    }

    @Test
    void theDatabaseHoldsNothingThatSigns() throws SQLException {
        var webhook = made(RAISED);
        var id = UUID.fromString(webhook.getString("webhookId"));
        var secret = Base64.getDecoder().decode(webhook.getString("secret").substring("whsec_".length()));

        assertThat(keptSecret(id)).doesNotContain(HexFormat.of().formatHex(secret));

        as(Tokens.integrator(practice)).post("/practices/{p}/webhooks/{w}/secret", practice, id);
        assertThat(keptSecret(id)).doesNotContain(HexFormat.of().formatHex(secret));
    }

    @Test
    void aSecretFromBeforeThereWasAKeySignsAndIsSealedAtTheStart() throws SQLException {
        var webhook = made(RAISED);
        var id = UUID.fromString(webhook.getString("webhookId"));
        var secret = Base64.getDecoder().decode(webhook.getString("secret").substring("whsec_".length()));
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update webhook set secret = ?, sealed = false where webhook_id = ?")) {
            update.setBytes(1, secret);
            update.setObject(2, id);
            update.executeUpdate();
        }

        redFlag(patient);
        var received = awaitFirst();
        assertThat(received.header("webhook-signature")).isEqualTo(signature(webhook.getString("secret"), received));

        assertThat(QuarkusTransaction.requiringNew().call(webhooks::sealAnew)).isOne();
        assertThat(keptSecret(id)).doesNotContain(HexFormat.of().formatHex(secret));
        assertThat(webhooks.find(id).orElseThrow().secret().bytes()).isEqualTo(secret);
        assertThat(QuarkusTransaction.requiringNew().call(webhooks::sealAnew)).isZero();
    }

    @Test
    void aSecretThatNoKeyOpensSignsNothingAndSaysSoUntilThereIsAnother() throws SQLException {
        var webhook = made(RAISED);
        var id = UUID.fromString(webhook.getString("webhookId"));
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update webhook set secret = ? where webhook_id = ?")) {
            update.setBytes(1, new byte[61]);
            update.setObject(2, id);
            update.executeUpdate();
        }

        redFlag(patient);

        await().atMost(SOON)
                .until(() -> deliveries(webhook, "?state=waiting")
                        .getList("items.problem")
                        .contains("secret_unreadable"));
        assertThat(Receiver.at(path)).isEmpty();
        var rotated = as(Tokens.integrator(practice))
                .post("/practices/{p}/webhooks/{w}/secret", practice, id)
                .jsonPath();
        var received = awaitFirst();
        assertThat(received.header("webhook-signature")).isEqualTo(signature(rotated.getString("secret"), received));
    }

    /// In hexadecimal, with the one from before.
    private String keptSecret(UUID webhook) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select secret || coalesce(earlier_secret, '') from webhook where webhook_id = ?")) {
            select.setObject(1, webhook);
            try (var found = select.executeQuery()) {
                found.next();
                return HexFormat.of().formatHex(found.getBytes(1));
            }
        }
    }

    @Test
    void aClaimNeverTakesMoreThanWasAskedForHoweverTheDatabasePlansIt() {
        var webhook = UUID.fromString(made(NEVER_TOLD).getString("webhookId"));

        var claimed = NestedLoops.planned(database, () -> {
            deliveries.add(IntStream.range(0, 12)
                    .mapToObj(i -> new Deliveries.New(
                            webhook,
                            UUID.randomUUID(),
                            practice,
                            Optional.empty(),
                            NEVER_TOLD,
                            new byte[0],
                            Instant.now()))
                    .toList());
            return deliveries.claim(webhook, Instant.now(), Duration.ofMinutes(1), 3);
        });

        assertThat(claimed)
                .extracting(one -> one.delivery().number())
                .hasSize(3)
                .isSorted();
    }

    @Test
    void whatIsOlderThanIsKeptIsAllDeletedHoweverMuchItIs() throws SQLException {
        var webhook = made(NEVER_TOLD);
        change("""
                insert into webhook_delivery (webhook_id, event_id, practice_id, type, payload, made_at, state,
                    waiting_since, next_attempt_at)
                select webhook_id, gen_random_uuid(), practice_id, 'care.sacrum.session.never.v1', '', at, 'delivered',
                    at, at
                from webhook, generate_series(1, 12001) as n, lateral (
                    select now() - case when n = 1 then interval '13 days' else interval '15 days' end as at) as made
                where practice_id = ?""");

        courier.tidy();

        assertThat(count("select count(*) from webhook_delivery where practice_id = ?"))
                .isOne();
        assertThat(deliveries(webhook, "").getList("items")).hasSize(1);
    }

    @Test
    void whatIsReplayedWhileItIsClaimedAndThenNotTriedWasTriedNoTimes() {
        var webhook = UUID.fromString(made(NEVER_TOLD).getString("webhookId"));
        var event = UUID.randomUUID();
        var now = Instant.now();

        var after = QuarkusTransaction.requiringNew().call(() -> {
            deliveries.add(List.of(
                    new Deliveries.New(webhook, event, practice, Optional.empty(), NEVER_TOLD, new byte[0], now)));
            deliveries.claim(webhook, now, Duration.ofMinutes(1), 1);
            deliveries.replay(webhook, event, now);
            deliveries.release(webhook, List.of(event));
            return deliveries.find(webhook, event).orElseThrow();
        });

        assertThat(after.attempts()).isZero();
    }

    @Test
    void noTransactionWaitsForANameWhenAWebhookIsMadeOrChanged() {
        var held = new CopyOnWriteArrayList<Boolean>();
        QuarkusMock.installMockForType(
                new Names() {
                    @Override
                    Optional<List<InetAddress>> addressesOf(String host) {
                        held.add(QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION);
                        return super.addressesOf(host);
                    }
                },
                Names.class);
        var webhook = made(NEVER_TOLD);

        as(Tokens.lead(practice))
                .body(details(Receiver.url("/changed"), RAISED))
                .put(of(webhook))
                .then()
                .statusCode(200);

        assertThat(held).containsExactly(false, false);
        assertThat(webhooks().getString("items[0].url")).isEqualTo(Receiver.url("/changed"));
    }

    @Test
    void theDescriptionNamesEveryProblemOfADelivery() {
        var described = given().get("/q/openapi?format=json").jsonPath();

        assertThat(described.<String>getList("components.schemas.DeliveryProblem.enum"))
                .containsExactlyElementsOf(Arrays.stream(Delivery.Problem.values())
                        .map(Delivery.Problem::word)
                        .toList());
        assertThat(described.getString("components.schemas.Delivery.properties.problem"))
                .contains("DeliveryProblem");
    }

    @Test
    void onlyWhatIsWantedAndOnlyThePracticesOwnArrives() {
        made(REPORTED);
        var elsewhere = new PatientKey(UUID.randomUUID(), UUID.randomUUID());
        sessions.patient(elsewhere);
        redFlag(elsewhere);

        redFlag(patient);
        told.next(message -> mine(message, RAISED), SOON);
        sessions.report(patient, SessionTopic.session(UUID.randomUUID(), Instant.now(), 2));

        await().atMost(SOON).until(() -> Receiver.at(path).size() >= 2);
        assertThat(Receiver.at(path)).hasSize(2).allSatisfy(received -> {
            assertThat(tree(received.text()).path("type").asText()).isEqualTo(REPORTED);
            assertThat(received.text()).contains(patient.patient().toString());
        });
    }

    @Test
    void aSecretIsShownOnceAndAfterARotationBothSign() {
        var webhook = made(RAISED);
        assertThat(webhook.getString("secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(webhooks().getString("items[0].secret")).isNull();

        var rotated = as(Tokens.lead(practice))
                .post(of(webhook) + "/secret")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(rotated.getString("secret")).isNotEqualTo(webhook.getString("secret"));
        assertThat(rotated.getString("earlierSecretSignsUntil")).isNotNull();
        redFlag(patient);

        var received = awaitFirst();
        assertThat(received.header("webhook-signature"))
                .isEqualTo(signature(rotated.getString("secret"), received) + " "
                        + signature(webhook.getString("secret"), received));
    }

    @Test
    void whatFailsIsTriedAgainWithTheSameIdUntilItArrives() {
        Receiver.answersWith(path, 503);
        var webhook = made(RAISED);
        redFlag(patient);
        await().atMost(SOON).until(() -> Receiver.at(path).size() >= 2);

        var waiting = deliveries(webhook, "?state=waiting");
        assertThat(waiting.getInt("items[0].lastStatus")).isEqualTo(503);
        assertThat(waiting.getString("items[0].problem")).isEqualTo("status");
        assertThat(webhooks().getString("items[0].failingSince")).isNotNull();
        assertThat(Receiver.at(path).stream()
                        .map(each -> each.header("webhook-id"))
                        .distinct())
                .hasSize(1);

        Receiver.answersWith(path, 200);
        await().atMost(SOON)
                .until(() ->
                        deliveries(webhook, "?state=delivered").getList("items").size() == 1);
        assertThat(webhooks().getString("items[0].failingSince")).isNull();
    }

    @Test
    void aWebhookInTroubleHoldsUpNoOther() {
        Receiver.answersWith(path + "/bad", Receiver.HANGS);
        madeAt(path + "/bad", RAISED);
        made(RAISED);

        for (int i = 0; i < 3; i++) {
            redFlag(new PatientKey(practice, UUID.randomUUID()));
        }

        await().atMost(SOON).until(() -> Receiver.at(path).size() == 3);
    }

    @Test
    void aDeliveryIsReplayedAndARangeOfThem() {
        var webhook = made(RAISED);
        var before = Instant.now().minusSeconds(60);
        redFlag(patient);
        redFlag(new PatientKey(practice, UUID.randomUUID()));
        await().atMost(SOON)
                .until(() ->
                        deliveries(webhook, "?state=delivered").getList("items").size() == 2);
        var event = deliveries(webhook, "").getString("items[0].eventId");

        as(Tokens.integrator(practice))
                .post(of(webhook) + "/deliveries/" + event + "/replay")
                .then()
                .statusCode(200);
        await().atMost(SOON).until(() -> Receiver.at(path).size() == 3);
        assertThat(Receiver.at(path).getLast().header("webhook-id")).isEqualTo(event);

        await().atMost(SOON)
                .until(() ->
                        deliveries(webhook, "?state=delivered").getList("items").size() == 2);
        var replayed = as(Tokens.integrator(practice))
                .body("{\"from\": \"%s\", \"to\": \"%s\", \"state\": \"delivered\"}"
                        .formatted(before, Instant.now().plusSeconds(60)))
                .post(of(webhook) + "/deliveries/replays")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(replayed.getInt("replayed")).isEqualTo(2);
        await().atMost(SOON).until(() -> Receiver.at(path).size() == 5);
    }

    @Test
    void deliveriesComePageByPage() {
        var webhook = made(RAISED);
        for (int i = 0; i < 3; i++) {
            redFlag(new PatientKey(practice, UUID.randomUUID()));
        }
        await().atMost(SOON)
                .until(() ->
                        deliveries(webhook, "?state=delivered").getList("items").size() == 3);

        var first = deliveries(webhook, "?limit=2");
        var second = deliveries(webhook, "?limit=2&after=" + first.getString("next"));

        assertThat(first.<String>getList("items.eventId")).hasSize(2);
        assertThat(second.<String>getList("items.eventId")).hasSize(1);
        assertThat(second.getString("next")).isNull();
        assertThat(first.<String>getList("items.eventId")).doesNotContainAnyElementsOf(second.getList("items.eventId"));
    }

    @Test
    void aWebhookThatFailedTooLongIsDisabledVisiblyAndCanBeSwitchedOnAgain() throws SQLException {
        Receiver.answersWith(path, 500);
        var webhook = made(RAISED);
        redFlag(patient);
        await().atMost(SOON).until(() -> webhooks().getString("items[0].failingSince") != null);

        change("update webhook set failing_since = failing_since - interval '6 days' where practice_id = ?");

        await().atMost(SOON).until(() -> webhooks().getString("items[0].state").equals("disabled"));
        assertThat(webhooks().getString("items[0].disabledBecause")).isEqualTo("failed_too_long");
        assertThat(given().get("/q/health/ready").asString()).contains("disabledForFailing");

        Receiver.answersWith(path, 200);
        as(Tokens.lead(practice))
                .body(details(Receiver.url(path), RAISED))
                .put(of(webhook))
                .then()
                .statusCode(200);
        await().atMost(SOON)
                .until(() ->
                        deliveries(webhook, "?state=delivered").getList("items").size() == 1);
    }

    @Test
    void aWebhookThatIsGoneIsDisabledAtOnce() {
        Receiver.answersWith(path, 410);
        made(RAISED);

        redFlag(patient);

        await().atMost(SOON).until(() -> "gone".equals(webhooks().getString("items[0].disabledBecause")));
        assertThat(Receiver.at(path)).hasSize(1);
    }

    @Test
    void ofAnErasedPatientNothingIsPushedButThat() throws SQLException {
        Receiver.answersWith(path, 503);
        made("care.sacrum.triage.*", "care.sacrum.session.*");
        var other = new PatientKey(practice, UUID.randomUUID());
        redFlag(patient);
        redFlag(other);
        await().atMost(SOON).until(() -> pending(patient) >= 3 && pending(other) >= 3);

        sessions.erased(patient);

        await().atMost(SOON).until(() -> pending(patient) == 1);
        // What a slower topic still says of the patient comes later than the erasure.
        try (var late = TestTopic.named("sacrum.triage.v1")) {
            for (var each : List.of(patient, other)) {
                late.send(
                        each.toString(),
                        "{}",
                        java.util.Map.of(
                                "ce_id", UUID.randomUUID().toString(), "ce_type", "care.sacrum.triage.late.v1"));
            }
        }
        await().atMost(SOON).until(() -> count("""
                select count(*) from webhook_delivery where practice_id = ? and patient_id = '%s'
                    and type = 'care.sacrum.triage.late.v1'""".formatted(other.patient())) == 1);
        assertThat(pending(patient)).isEqualTo(1);
        Receiver.answersWith(path, 200);
        await().atMost(SOON)
                .until(() -> Receiver.at(path).stream()
                        .anyMatch(each -> each.text().contains(WebhookEvents.PATIENT_ERASED)));
    }

    @Test
    void manyInstancesDeliverEachEventOnce() throws Exception {
        var webhook = made(RAISED);
        try (var instances = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 20; i++) {
                redFlag(new PatientKey(practice, UUID.randomUUID()));
            }
            var id = UUID.fromString(webhook.getString("webhookId"));
            await().atMost(SOON).until(() -> {
                for (int i = 0; i < 4; i++) {
                    instances.submit(() -> courier.deliver(id));
                }
                return deliveries(webhook, "?state=delivered").getList("items").size() == 20;
            });
        }

        assertThat(Receiver.at(path).stream().map(each -> each.header("webhook-id")))
                .hasSize(20)
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameEventAgainIsNoNewDelivery() {
        made(REPORTED);
        var id = UUID.randomUUID().toString();
        try (var topic = TestTopic.named("sacrum.session.v1")) {
            for (int i = 0; i < 3; i++) {
                topic.send(
                        patient.toString(), "{\"some\": \"data\"}", java.util.Map.of("ce_id", id, "ce_type", REPORTED));
            }
        }
        sessions.report(patient, SessionTopic.session(UUID.randomUUID(), Instant.now(), 2));

        await().atMost(SOON).until(() -> Receiver.at(path).size() == 2);
        assertThat(Receiver.at(path).stream()
                        .filter(each -> each.header("webhook-id").equals(id)))
                .hasSize(1);
    }

    @Test
    void aPracticeHasTwentyAtMostAndADeletedOneIsPushedToNoMore() {
        var first = made(RAISED);
        for (int i = 1; i < 20; i++) {
            madeAt(path + "/" + i, RAISED);
        }
        make(Tokens.lead(practice), Receiver.url(path), RAISED).statusCode(409);

        as(Tokens.lead(practice)).delete(of(first)).then().statusCode(204);
        as(Tokens.lead(practice)).get(of(first)).then().statusCode(404);
        redFlag(patient);

        await().atMost(SOON).until(() -> Receiver.at(path + "/1").size() == 1);
        assertThat(Receiver.at(path)).isEmpty();
    }

    private void redFlag(PatientKey of) {
        sessions.patient(of);
        sessions.report(of, SessionTopic.checkIn(UUID.randomUUID(), Instant.now(), "urine_leak", "present"));
    }

    private JsonPath made(String... types) {
        return madeAt(path, types);
    }

    private JsonPath madeAt(String at, String... types) {
        return make(Tokens.integrator(practice), Receiver.url(at), types)
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse make(String token, String url, String... types) {
        return as(token)
                .body(details(url, types))
                .post("/practices/{p}/webhooks", practice)
                .then();
    }

    @Test
    void aTypeThatNobodyPublishesIsRefusedByNameMadeOrChanged() {
        var unknown = "care.sacrum.triage.patient-cured.v1";
        var made = make(Tokens.lead(practice), Receiver.url("/unknown"), RAISED, unknown);
        var changed = as(Tokens.lead(practice))
                .body(details(Receiver.url("/unknown"), RAISED, unknown))
                .put(of(made(RAISED)))
                .then();

        for (var refused : List.of(made, changed)) {
            var problem = refused.statusCode(422).extract().jsonPath();
            assertThat(problem.<String>getList("errors.field")).containsExactly("eventTypes[1]");
            assertThat(problem.getString("errors[0].why")).contains("asyncapi.yaml");
        }
    }

    private static String details(String url, String... types) {
        return "{\"url\": \"%s\", \"eventTypes\": [\"%s\"]}".formatted(url, String.join("\", \"", types));
    }

    private static io.restassured.specification.RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private String of(JsonPath webhook) {
        return "/practices/" + practice + "/webhooks/" + webhook.getString("webhookId");
    }

    private JsonPath webhooks() {
        return as(Tokens.lead(practice))
                .get("/practices/{p}/webhooks", practice)
                .jsonPath();
    }

    private JsonPath deliveries(JsonPath webhook, String query) {
        return as(Tokens.lead(practice))
                .get(of(webhook) + "/deliveries" + query)
                .jsonPath();
    }

    private Receiver.Received awaitFirst() {
        await().atMost(SOON).until(() -> !Receiver.at(path).isEmpty());
        return Receiver.at(path).getFirst();
    }

    private static String signature(String secret, Receiver.Received received) {
        return new Secret(Base64.getDecoder().decode(secret.substring("whsec_".length())))
                .sign(
                        received.header("webhook-id"),
                        Long.parseLong(received.header("webhook-timestamp")),
                        received.body());
    }

    private boolean mine(TestTopic.Message message, String type) {
        return patient.toString().equals(message.key()) && message.type().equals(type);
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long pending(PatientKey of) throws SQLException {
        return count(
                "select count(*) from webhook_delivery where practice_id = ? and patient_id = '" + of.patient() + "'");
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setObject(1, practice);
            try (var found = select.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setObject(1, practice);
            assertThat(update.executeUpdate()).isPositive();
        }
    }
}
