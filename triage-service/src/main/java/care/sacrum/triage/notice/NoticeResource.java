package care.sacrum.triage.notice;

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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
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

@Path("/practices/{practiceId}")
@Tag(name = "Notices", description = "Who is told by e-mail that something waits, and what became of each e-mail")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PRACTICE_LEAD)
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "403", description = "The role does not allow it")
@APIResponse(responseCode = "404", description = "Another practice's")
class NoticeResource {

    private static final int MOST_A_PAGE = 200;

    private final Addresses addresses;
    private final Letters letters;
    private final Caller caller;
    private final InstantSource clock;

    NoticeResource(Addresses addresses, Letters letters, Caller caller, InstantSource clock) {
        this.addresses = addresses;
        this.letters = letters;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param email    one address, at most 254 characters
    /// @param language of the e-mails: `en`, or `es`, which no speaker has reviewed yet; absent: `en`
    @Schema(name = "NotificationAddress")
    record AddressBody(
            @NotNull(message = "must be an e-mail address")
            @Size(max = 254, message = "is at most 254 characters")
            @Pattern(
                    regexp = "[^@\\s<>,;:\"()\\[\\]\\\\\\p{Cntrl}]{1,64}@[^@\\s<>,;:\"()\\[\\]\\\\\\p{Cntrl}]{1,189}",
                    message = "is one e-mail address, such as sam@practice.example")
            String email,

            @Nullable @Pattern(regexp = "en|es", message = "is en or es")
            String language) {

        String spoken() {
            return language == null ? "en" : language;
        }
    }

    /// @param person   `lead`, or a clinician's id
    /// @param language of the e-mails
    @Schema(name = "AddressOfPerson")
    record AddressView(String person, String email, String language) {}

    @PUT
    @Path("/notification-addresses/{person}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "recordNotificationAddress",
            summary = "Say where a person is told that something waits",
            description = "person is `lead`, or the id of a clinician as session-service names the responsible one;"
                    + " there is no register of clinicians here, so any id is kept. The responsible clinician is told when something urgent or an emergency is raised, the lead when nobody took it on in time;"
                    + " the lead also where no clinician is responsible or the clinician has no address. An e-mail says"
                    + " that something waits and where, nothing clinical and nobody's name. Role: practice_lead.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AddressBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value = "{\"email\": \"sam@practice.example\", \"language\": \"es\"}")))
    @APIResponse(responseCode = "200", description = "Kept")
    @APIResponse(responseCode = "400", description = "Not well-formed JSON, or an unknown field")
    @APIResponse(
            responseCode = "422",
            description = "The person is neither `lead` nor an id; or no e-mail address, or no such language")
    public AddressView put(
            @PathParam("practiceId") UUID practiceId,
            @PathParam("person") String person,
            @NotNull(message = "must be an object with email") @Valid AddressBody body) {
        caller.mustWorkAt(practiceId);
        var to = addressee(practiceId, person);
        addresses.put(to, body.email(), body.spoken(), clock.instant());
        return new AddressView(to.person(), body.email(), body.spoken());
    }

    @DELETE
    @Path("/notification-addresses/{person}")
    @Operation(
            operationId = "deleteNotificationAddress",
            summary = "Tell a person by e-mail no more",
            description = "Where there is no address, nothing changes. Role: practice_lead.")
    @APIResponse(responseCode = "204", description = "There is none")
    @APIResponse(responseCode = "422", description = "The person is neither `lead` nor an id")
    public void delete(@PathParam("practiceId") UUID practiceId, @PathParam("person") String person) {
        caller.mustWorkAt(practiceId);
        addresses.delete(addressee(practiceId, person));
    }

    /// @param next to ask after for the next page, absent on the last
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "AddressesPage")
    record AddressPage(List<AddressView> items, Optional<String> next) {}

    @GET
    @Path("/notification-addresses")
    @Operation(
            operationId = "listNotificationAddresses",
            summary = "Who is told where",
            description = "In the order of persons. Role: practice_lead.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "422", description = "A bad limit")
    public AddressPage list(
            @PathParam("practiceId") UUID practiceId,
            @Parameter(description = "The `next` of the page before") @QueryParam("after") @DefaultValue("")
                    String after,
            @Parameter(description = "Persons a page")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(MOST_A_PAGE)
                    int limit) {
        caller.mustWorkAt(practiceId);
        var found = addresses.page(practiceId, after, limit + 1).stream()
                .map(address -> new AddressView(address.person(), address.email(), address.language()))
                .toList();
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        return new AddressPage(
                shown, found.size() > limit ? Optional.of(shown.getLast().person()) : Optional.empty());
    }

    /// @param occasion `raised` or `escalated`
    /// @param notices  how many things it told in one
    /// @param state    `waiting`, `sent` or `given_up`
    /// @param problem  why the last attempt failed: `no_smtp`, `no_address`, `unreachable` or `refused`
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "Notice")
    record NoticeView(
            UUID noticeId,
            String person,
            String occasion,
            String level,
            int notices,
            Instant madeAt,
            String state,
            int attempts,
            Optional<Instant> nextAttemptAt,
            Optional<Instant> sentAt,
            Optional<String> problem) {

        static NoticeView of(Letter letter) {
            return new NoticeView(
                    letter.id(),
                    letter.to().person(),
                    letter.occasion(),
                    letter.level(),
                    letter.notices(),
                    letter.madeAt(),
                    letter.state().word(),
                    letter.attempts(),
                    letter.state() == Letter.State.WAITING ? Optional.of(letter.nextAttemptAt()) : Optional.empty(),
                    letter.sentAt(),
                    letter.problem());
        }
    }

    /// @param next cursor of the next page, absent on the last
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "NoticesPage")
    record NoticePage(List<NoticeView> items, Optional<String> next) {}

    @GET
    @Path("/notices")
    @Transactional
    @Operation(
            operationId = "listNotices",
            summary = "The e-mails of the practice, the newest first",
            description =
                    "Sent, waiting to be sent, or given up, with attempts and the last problem; for 35 days. Instants are"
                            + " UTC. Role: practice_lead.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "422", description = "A bad cursor, limit or state")
    public NoticePage notices(
            @PathParam("practiceId") UUID practiceId,
            @Parameter(
                            description = "Only those of one state",
                            schema = @Schema(enumeration = {"waiting", "sent", "given_up"}))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "The cursor `next` of the page before") @QueryParam("after") @Nullable
                    String after,
            @Parameter(description = "E-mails a page")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(MOST_A_PAGE)
                    int limit) {
        caller.mustWorkAt(practiceId);
        var found = letters.page(
                practiceId,
                Optional.ofNullable(state).map(NoticeResource::state),
                Optional.ofNullable(after).map(NoticeResource::place),
                limit + 1);
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        return new NoticePage(
                shown.stream().map(NoticeView::of).toList(),
                found.size() > limit ? Optional.of(cursor(shown.getLast())) : Optional.empty());
    }

    private static Addressee addressee(UUID practice, String person) {
        return Addressee.of(practice, person)
                .orElseThrow(() -> Problem.unprocessable("person", "is lead, or the id of a clinician")
                        .refused());
    }

    private static Letter.State state(String word) {
        for (var state : Letter.State.values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw Problem.unprocessable("state", "is waiting, sent or given_up").refused();
    }

    private static String cursor(Letter last) {
        var text = last.madeAt().getEpochSecond() + "|" + last.madeAt().getNano() + "|" + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Letters.Place place(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
            return new Letters.Place(
                    OurTime.instant(Long.parseLong(parts[0]), Long.parseLong(parts[1]))
                            .truncatedTo(ChronoUnit.MICROS),
                    UUID.fromString(parts[2]));
        } catch (RuntimeException notOurs) {
            throw Problem.unprocessable(
                            "after", "must be the cursor `next` of the page before; leave it out for the first page")
                    .refused();
        }
    }
}
