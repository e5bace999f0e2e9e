package care.sacrum.triage.webhook;

import care.sacrum.platform.dating.OurTime;
import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/practices/{practiceId}/webhooks")
@Tag(name = "Webhooks", description = "Events pushed to another system by the Standard Webhooks convention")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.INTEGRATOR, Role.PRACTICE_LEAD})
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "The role does not allow it")
@APIResponse(responseCode = "404", description = "Not found, or of another practice")
class WebhookResource {

    private static final int MOST_OF_A_PRACTICE = 20;
    private static final int MOST_A_PAGE = 200;
    private static final int MOST_REPLAYED = 10_000;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Push push;
    private final Sealing sealing;
    private final WebhookSettings settings;
    private final Caller caller;
    private final InstantSource clock;

    WebhookResource(
            Webhooks webhooks,
            Deliveries deliveries,
            Push push,
            Sealing sealing,
            WebhookSettings settings,
            Caller caller,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.push = push;
        this.sealing = sealing;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param eventTypes 1 to 50 types, or all of a service: `care.sacrum.triage.*`, `care.sacrum.session.*`
    /// @param active     absent: active. `false` switches it off; `true` switches one on again that failed too long
    @Schema(name = "WebhookDetails")
    record Details(
            @NotBlank(message = "must be given: the absolute URL to push to")
            String url,

            @NotNull(message = "must be a list of event types")
            @Size(min = 1, max = 50, message = "must name 1 to 50 types")
            List<
                            @NotNull(message = "must be an event type")
                            @Pattern(
                                    regexp = "care\\.sacrum\\.(triage|session)\\.(\\*|[a-z-]{1,60}\\.v[1-9][0-9]?)",
                                    message = "must be an event type of triage or session, or care.sacrum.triage.* or"
                                            + " care.sacrum.session.*")
                            String>
                    eventTypes,

            @Nullable Boolean active) {

        boolean wanted() {
            return active == null || active;
        }
    }

    private static final String EXAMPLE =
            "{\"url\": \"https://hook.example/sacrum\", \"eventTypes\": [\"care.sacrum.triage.*\"]}";

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "makeWebhook",
            summary = "Push the practice's events to an address",
            description =
                    "From now on each event of these types is sent there once at least, as a CloudEvent in structured"
                            + " JSON with the id it has on Kafka. Headers: webhook-id (the event's id), webhook-timestamp,"
                            + " webhook-signature (v1, HMAC-SHA256). The order of a patient's events is kept where all goes well,"
                            + " and not after a failure: compare times and versions. Any 2xx within 10 seconds is an"
                            + " arrival; redirects are not followed. Retried for three days, then kept to be replayed. Events may"
                            + " be clinical: the address must be https and public. The secret is shown in this answer only. At"
                            + " most 20 for a practice. Roles: integrator, practice_lead.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Details.class),
                            examples = @ExampleObject(name = "triage", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Made, with its secret",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "400", description = "Not well-formed JSON, or an unknown field")
    @APIResponse(
            responseCode = "409",
            description = "The practice has 20 already, or the operator has set no key to seal a secret with")
    @APIResponse(responseCode = "422", description = "No such address may be pushed to, or no such type")
    public Response make(
            @PathParam("practiceId") UUID practiceId,
            @NotNull(message = "must be an object with url and eventTypes") @Valid Details details) {
        caller.mustWorkAt(practiceId);
        secretsMustBeKept();
        mustBePublished(details.eventTypes());
        mustBeOpen(details.url());
        return made(practiceId, details);
    }

    private static void mustBePublished(List<String> types) {
        var unknown = types.stream()
                .filter(type -> !EventTypes.mayBeWished(type))
                .distinct()
                .map(type -> new Problem.FieldError(
                        "eventTypes[" + types.indexOf(type) + "]",
                        "is published by no service: take a type of its description of events, /contracts/asyncapi.yaml,"
                                + " or care.sacrum.triage.* or care.sacrum.session.*"))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.unprocessable(unknown).refused();
        }
    }

    @Transactional
    Response made(UUID practiceId, Details details) {
        webhooks.oneAtATime(practiceId);
        if (webhooks.of(practiceId).size() >= MOST_OF_A_PRACTICE) {
            throw Problem.conflict(
                            "The practice has " + MOST_OF_A_PRACTICE + " webhooks. Delete one that nobody needs.")
                    .refused();
        }
        var webhook = new Webhook(
                        UUID.randomUUID(),
                        practiceId,
                        details.url(),
                        List.copyOf(details.eventTypes()),
                        freshSecret(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        now(),
                        caller.subject())
                .changed(details.url(), details.eventTypes(), details.wanted(), now());
        webhooks.save(webhook);
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/practices/" + practiceId + "/webhooks/" + webhook.id())
                .entity(WebhookView.withItsSecret(webhook))
                .build();
    }

    /// @param items the oldest first, at most 20
    @Schema(name = "Webhooks")
    record Listing(List<WebhookView> items) {}

    @GET
    @Operation(
            operationId = "listWebhooks",
            summary = "The practice's webhooks and how they fare",
            description = "At most 20. Instants are UTC. Roles: integrator, practice_lead.")
    @APIResponse(responseCode = "200", description = "All of them")
    public Listing list(@NotNull @PathParam("practiceId") UUID practiceId) {
        caller.mustWorkAt(practiceId);
        return new Listing(webhooks.of(practiceId).stream().map(WebhookView::of).toList());
    }

    @GET
    @Path("/{webhookId}")
    @Operation(
            operationId = "readWebhook",
            summary = "One webhook and how it fares",
            description = "Roles: integrator, practice_lead.")
    @APIResponse(responseCode = "200", description = "As it stands now")
    public WebhookView read(@PathParam("practiceId") UUID practiceId, @PathParam("webhookId") UUID webhookId) {
        return WebhookView.of(found(practiceId, webhookId));
    }

    @PUT
    @Path("/{webhookId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeWebhook",
            summary = "Change a webhook, or switch it off and on",
            description =
                    "The whole of it each time; the secret stays. While it is disabled no event is kept for it: what was"
                            + " missed is in Kafka, or is replayed by its owner. Roles: integrator, practice_lead.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Details.class),
                            examples = @ExampleObject(name = "triage", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "As it stands now")
    @APIResponse(responseCode = "400", description = "Not well-formed JSON, or an unknown field")
    @APIResponse(responseCode = "422", description = "No such address may be pushed to, or no such type")
    public WebhookView change(
            @PathParam("practiceId") UUID practiceId,
            @PathParam("webhookId") UUID webhookId,
            @NotNull(message = "must be an object with url and eventTypes") @Valid Details details) {
        found(practiceId, webhookId);
        mustBePublished(details.eventTypes());
        mustBeOpen(details.url());
        return changed(practiceId, webhookId, details);
    }

    @Transactional
    WebhookView changed(UUID practiceId, UUID webhookId, Details details) {
        var changed =
                locked(practiceId, webhookId).changed(details.url(), details.eventTypes(), details.wanted(), now());
        webhooks.save(changed);
        return WebhookView.of(changed);
    }

    @DELETE
    @Path("/{webhookId}")
    @Transactional
    @Operation(
            operationId = "deleteWebhook",
            summary = "Push there no more",
            description = "With all its deliveries. Roles: integrator, practice_lead.")
    @APIResponse(responseCode = "204", description = "There is none")
    public void delete(@PathParam("practiceId") UUID practiceId, @PathParam("webhookId") UUID webhookId) {
        found(practiceId, webhookId);
        webhooks.delete(practiceId, webhookId);
    }

    @POST
    @Path("/{webhookId}/secret")
    @Transactional
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give a webhook another secret",
            description =
                    "The answer shows it, and no other does. For 24 hours each request carries a signature by the one"
                            + " before as well. Roles: integrator, practice_lead.")
    @APIResponse(responseCode = "200", description = "With its new secret")
    @APIResponse(responseCode = "409", description = "The operator has set no key to seal a secret with")
    public WebhookView rotate(@PathParam("practiceId") UUID practiceId, @PathParam("webhookId") UUID webhookId) {
        found(practiceId, webhookId);
        secretsMustBeKept();
        var rotated =
                locked(practiceId, webhookId).rotated(freshSecret(), now().plus(settings.earlierSecretSignsFor()));
        webhooks.saveSecrets(rotated);
        return WebhookView.withItsSecret(rotated);
    }

    /// @param eventId    as on Kafka, and the header webhook-id
    /// @param state      `waiting`, `delivered` or `given_up`
    /// @param attempts   since it was made, or replayed
    /// @param lastStatus of HTTP; absent where no answer came
    /// @param problem    why the last attempt failed
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "Delivery")
    record DeliveryView(
            UUID eventId,
            String type,
            Instant madeAt,
            String state,
            int attempts,
            Optional<Instant> lastAttemptAt,
            Optional<Integer> lastStatus,
            Optional<Delivery.Problem> problem,
            Optional<Instant> nextAttemptAt,
            Optional<Instant> deliveredAt) {

        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.event(),
                    delivery.type(),
                    delivery.madeAt(),
                    delivery.state().word(),
                    delivery.attempts(),
                    delivery.lastAttemptAt(),
                    delivery.lastStatus(),
                    delivery.problem(),
                    delivery.state() == Delivery.State.WAITING
                            ? Optional.of(delivery.nextAttemptAt())
                            : Optional.empty(),
                    delivery.deliveredAt());
        }
    }

    /// @param next cursor of the next page, absent on the last
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "DeliveriesPage")
    record Page(List<DeliveryView> items, Optional<String> next) {}

    @GET
    @Path("/{webhookId}/deliveries")
    @Transactional
    @Operation(
            operationId = "listDeliveries",
            summary = "What was pushed to a webhook, and how it went; the newest first",
            description = "For 14 days. Never the content. Instants are UTC. Roles: integrator, practice_lead.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "422", description = "A bad cursor, limit or state")
    public Page deliveries(
            @PathParam("practiceId") UUID practiceId,
            @PathParam("webhookId") UUID webhookId,
            @Parameter(
                            description = "Only those of one state",
                            schema = @Schema(enumeration = {"waiting", "delivered", "given_up"}))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "The cursor `next` of the page before") @QueryParam("after") @Nullable
                    String after,
            @Parameter(description = "Deliveries a page")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(MOST_A_PAGE)
                    int limit) {
        found(practiceId, webhookId);
        var page = deliveries.page(
                webhookId,
                Optional.ofNullable(state).map(WebhookResource::state),
                after == null ? Long.MAX_VALUE : number(after),
                limit + 1);
        var shown = page.size() > limit ? page.subList(0, limit) : page;
        return new Page(
                shown.stream().map(DeliveryView::of).toList(),
                page.size() > limit ? Optional.of(Long.toString(shown.getLast().number())) : Optional.empty());
    }

    @POST
    @Path("/{webhookId}/deliveries/{eventId}/replay")
    @Transactional
    @Operation(
            operationId = "replayDelivery",
            summary = "Push one event again",
            description =
                    "With the same id, whatever became of it before; soon, if the webhook is active. Roles: integrator,"
                            + " practice_lead.")
    @APIResponse(responseCode = "200", description = "It waits from now on")
    public DeliveryView replay(
            @PathParam("practiceId") UUID practiceId,
            @PathParam("webhookId") UUID webhookId,
            @PathParam("eventId") UUID eventId) {
        found(practiceId, webhookId);
        if (!deliveries.replay(webhookId, eventId, now())) {
            throw Problem.notFound("delivery", eventId).refused();
        }
        return deliveries
                .find(webhookId, eventId)
                .map(DeliveryView::of)
                .orElseThrow(() -> Problem.notFound("delivery", eventId).refused());
    }

    /// @param from  made at or after
    /// @param to    made before
    /// @param state only those that are `waiting`, `delivered` or `given_up`
    @Schema(name = "Replay")
    record Range(
            @NotNull(message = "must be an instant with its offset") @Nullable
            Instant from,

            @NotNull(message = "must be an instant with its offset") @Nullable
            Instant to,

            @Nullable String state) {}

    /// @param replayed how many wait from now on
    @Schema(name = "Replayed")
    record Replayed(int replayed) {}

    @POST
    @Path("/{webhookId}/deliveries/replays")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "replayDeliveries",
            summary = "Push the events of a time again",
            description =
                    "Those made from one instant to before another, with the same ids; up to 10000 at once. Roles:"
                            + " integrator, practice_lead.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Range.class),
                            examples =
                                    @ExampleObject(
                                            name = "a night",
                                            value =
                                                    "{\"from\": \"2026-02-05T18:00:00Z\", \"to\": \"2026-02-06T06:00:00Z\", \"state\": \"given_up\"}")))
    @APIResponse(responseCode = "200", description = "How many wait from now on")
    @APIResponse(responseCode = "400", description = "Not well-formed JSON, or no instant")
    @APIResponse(
            responseCode = "422",
            description = "from or to is missing, to is not after from, no such state, or more than 10000 of them")
    public Replayed replayMany(
            @PathParam("practiceId") UUID practiceId,
            @PathParam("webhookId") UUID webhookId,
            @NotNull(message = "must be an object with from and to") @Valid Range range) {
        found(practiceId, webhookId);
        var from = Optional.ofNullable(range.from()).orElse(Instant.EPOCH);
        var to = Optional.ofNullable(range.to()).orElse(Instant.EPOCH);
        mustBeOfOurTime("from", from);
        mustBeOfOurTime("to", to);
        if (!to.isAfter(from)) {
            throw Problem.unprocessable("to", "is after from").refused();
        }
        var wanted = Optional.ofNullable(range.state()).map(WebhookResource::state);
        int replayed = deliveries.replay(webhookId, from, to, wanted, now());
        if (replayed > MOST_REPLAYED) {
            // The transaction is rolled back with the refusal.
            throw Problem.unprocessable("to", "leaves more than " + MOST_REPLAYED + "; name a shorter time")
                    .refused();
        }
        return new Replayed(replayed);
    }

    private static void mustBeOfOurTime(String field, Instant instant) {
        if (!OurTime.holds(instant)) {
            throw Problem.unprocessable(field, OurTime.MUST).refused();
        }
    }

    private Webhook found(UUID practice, UUID id) {
        caller.mustWorkAt(practice);
        return webhooks.of(practice, id)
                .orElseThrow(() -> Problem.notFound("webhook", id).refused());
    }

    private Webhook locked(UUID practice, UUID id) {
        return webhooks.locked(id)
                .filter(webhook -> webhook.practice().equals(practice))
                .orElseThrow(() -> Problem.notFound("webhook", id).refused());
    }

    /// Refuses an address that nothing may be pushed to. What a name leads to may change: it is asked again each
    /// time. It may take seconds, in which no transaction is held.
    private void mustBeOpen(String url) {
        switch (Destination.read(url, settings.privateAddressesAllowed())) {
            case Destination.Url.Bad(String why) ->
                throw Problem.unprocessable("url", why).refused();
            case Destination.Url.Good(var uri) -> {
                switch (push.way(uri)) {
                    case Push.Way.Open _ -> {}
                    // A name may be given before DNS knows it; until then each attempt says so.
                    case Push.Way.Closed(var problem) when problem == Delivery.Problem.UNKNOWN_HOST -> {}
                    case Push.Way.Closed(var problem) ->
                        throw Problem.unprocessable("url", closed(problem)).refused();
                }
            }
        }
    }

    private static String closed(Delivery.Problem problem) {
        return problem == Delivery.Problem.PLAIN_HTTP
                ? Destination.HTTPS
                : "leads to a private, loopback or link-local network; name a public address";
    }

    private void secretsMustBeKept() {
        if (!sealing.possible()) {
            throw Problem.conflict("No secret can be kept here: the operator has set no key to seal it with.")
                    .refused();
        }
    }

    private static Secret freshSecret() {
        var bytes = new byte[Secret.BYTES];
        CHANCE.nextBytes(bytes);
        return new Secret(bytes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Delivery.State state(String word) {
        return Delivery.State.of(word)
                .orElseThrow(() -> Problem.unprocessable("state", "is waiting, delivered or given_up")
                        .refused());
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw Problem.unprocessable(
                            "after", "must be the cursor `next` of the page before; leave it out for the first page")
                    .refused();
        }
    }
}
