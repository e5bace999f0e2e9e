package care.sacrum.triage.worklist;

import care.sacrum.platform.event.Topics;
import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.inbox.ReadProgress;
import care.sacrum.platform.problem.Faults;
import care.sacrum.platform.problem.Problem;
import care.sacrum.triage.finding.StreamedEvents;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/// The live stream of a practice's worklist. Lines come from the database in the order of their numbers, woken in
/// process after a commit and found by a poll when another instance wrote them; so a screen may be connected to
/// any instance. A screen is let go when its token is over, and when it takes nothing.
@Path("/practices/{practiceId}/worklist/stream")
@Tag(name = "Worklist")
@Singleton
class WorklistStream {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int SCREENS_AT_MOST = 500;

    private final StreamedEvents events;
    private final ReadProgress progress;
    private final Caller caller;
    private final StreamSettings settings;
    private final InstantSource clock;
    private final ObjectMapper json;
    private final List<Screen> screens = new CopyOnWriteArrayList<>();
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean stopping;

    WorklistStream(
            StreamedEvents events,
            ReadProgress progress,
            Caller caller,
            StreamSettings settings,
            InstantSource clock,
            ObjectMapper json) {
        this.events = events;
        this.progress = progress;
        this.caller = caller;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    /// @param evaluatedThrough every report published up to then is evaluated
    private record Heartbeat(
            @Nullable Instant evaluatedThrough, @Nullable Long waiting) {}

    void start(@Observes StartupEvent started) {
        Thread.ofPlatform().daemon().name("worklist-stream").start(this::run);
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
        woken.release();
        screens.forEach(Screen::end);
    }

    void wake(@Observes StreamedEvents.Committed committed) {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    // No response filter sees a stream.
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @RolesAllowed({Role.CLINICIAN, Role.PRACTICE_LEAD, Role.INTEGRATOR})
    @Operation(
            operationId = "streamWorklist",
            summary = "The worklist's changes, live",
            description =
                    "Server-sent events `raised`, `restated`, `reopened`, `delivered`, `acknowledged`, `escalated`, `closed`,"
                            + " `withdrawn`, `snoozed` and `snooze-ended` (in the view of `by` alone), `silent`, `silence-over`,"
                            + " `lapsed`, `lapse-over`, `note`, `note-read`, `held` (also when more came to light, with the hold's next version), `released`,"
                            + " `status` (of the patient's record) and `erased` (drop that patient), or `forgotten` where an erased patient's line stood, each with an id that"
                            + " counts up by one for the practice: a gap means a missed line. Send the last id seen as"
                            + " `Last-Event-ID` to go on from there (35 days are kept). Every ten seconds `evaluated` says up to"
                            + " when reports are evaluated; the first one has the id from which the stream goes on. The stream"
                            + " ends when the token does, and for who takes no line for 30 seconds: connect again, with a token"
                            + " that is good, and go on from the last id. Roles: clinician, practice_lead, integrator.")
    @APIResponse(responseCode = "200", description = "The stream")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "The role does not allow it")
    @APIResponse(responseCode = "404", description = "Another practice's")
    @APIResponse(responseCode = "409", description = "Too many open streams on this instance: try again in a minute")
    @APIResponse(
            responseCode = "410",
            description = "Lines after `Last-Event-ID` are no longer kept; the problem says from where")
    @APIResponse(responseCode = "422", description = "`Last-Event-ID` is no number of this stream")
    public Multi<OutboundSseEvent> stream(
            @PathParam("practiceId") UUID practiceId,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context Sse sse) {
        caller.mustWorkAt(practiceId);
        long from = lastEventId == null ? events.newest(practiceId) : seen(practiceId, lastEventId);
        if (screens.size() >= SCREENS_AT_MOST) {
            throw Problem.conflict("Too many open streams. Close one, or try again in a minute.")
                    .refused();
        }
        var reader = new Screen.Reader(practiceId, caller.until(), from);
        return Multi.createFrom().emitter(emitter -> {
            var screen = new Screen(reader, sse, emitter);
            emitter.onTermination(() -> screens.remove(screen));
            screen.begin(heartbeat());
            screens.add(screen);
            wake(new StreamedEvents.Committed());
        });
    }

    private long seen(UUID practice, String lastEventId) {
        try {
            long number = Long.parseUnsignedLong(lastEventId.strip());
            StreamedLines.orRefuse("Last-Event-ID", events.reading(practice, number, 1));
            return number;
        } catch (NumberFormatException e) {
            throw Problem.unprocessable("Last-Event-ID", "is the id of the last event seen, a whole number")
                    .refused();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                if (woken.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
                letGo();
                screens.stream().map(Screen::practice).distinct().forEach(this::sendToScreensOf);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                Log.warn("The worklist's stream goes on after a fault: " + Faults.withoutValues(e));
            }
        }
    }

    /// Who may read no longer, and who does not: both can connect again and go on where they were.
    private void letGo() {
        var now = clock.instant();
        for (var screen : screens) {
            if (!now.isBefore(screen.until()) || screen.stalledFor(settings.takenWithin())) {
                screens.remove(screen);
                screen.end();
            }
        }
    }

    /// One look at a practice's newest number serves all its screens; only those behind read lines.
    private void sendToScreensOf(UUID practice) {
        long newest = events.newest(practice);
        for (var screen : screens) {
            if (!screen.practice().equals(practice)) {
                continue;
            }
            if (screen.sent() < newest && screen.room() > 0) {
                events.after(practice, screen.sent(), screen.room()).forEach(screen::line);
            }
            if (screen.quietFor(HEARTBEAT)) {
                screen.beat(heartbeat());
            }
        }
    }

    private String heartbeat() {
        var taken = progress.of(Topics.SESSION);
        return text(new Heartbeat(
                taken.map(ReadProgress.Taken::through).orElse(null),
                taken.map(ReadProgress.Taken::waiting).orElse(null)));
    }

    private String text(Heartbeat heartbeat) {
        try {
            return json.writeValueAsString(heartbeat);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values is always JSON", e);
        }
    }
}
