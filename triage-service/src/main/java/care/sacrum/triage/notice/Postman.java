package care.sacrum.triage.notice;

import care.sacrum.platform.problem.Faults;
import care.sacrum.triage.notice.Letter.Attempt;
import io.quarkus.logging.Log;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.vertx.ext.mail.SMTPException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Makes letters of what has to be told, and sends them. Any number of instances run this: one bundles at a time,
/// and a letter is claimed before it is sent. Whoever dies between sending and noting it sends it twice, with the
/// same Message-ID; never not at all.
@Singleton
class Postman {

    private static final int LETTERS_AT_ONCE = 5;
    private static final int CLAIMS_A_ROUND = 20;
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);
    /// Longer than a full claim can take, each letter unanswered.
    private static final Duration CLAIMED_FOR = ANSWERED_WITHIN.multipliedBy(LETTERS_AT_ONCE + 3L);

    private final Letters letters;
    private final Addresses addresses;
    private final ReactiveMailer mailer;
    private final NoticeSettings settings;
    private final InstantSource clock;

    Postman(Letters letters, Addresses addresses, ReactiveMailer mailer, NoticeSettings settings, InstantSource clock) {
        this.letters = letters;
        this.addresses = addresses;
        this.mailer = mailer;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "${sacrum.notices.every:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        try {
            QuarkusTransaction.requiringNew().run(this::bundle);
            for (int claim = 0; claim < CLAIMS_A_ROUND && sendSome(); claim++) {
                // Until nothing is due.
            }
            QuarkusTransaction.requiringNew().run(() -> letters.deleteOld(clock.instant()));
        } catch (RuntimeException e) {
            Log.warn("Letters wait for the next round: " + Faults.withoutValues(e));
        }
    }

    private void bundle() {
        if (!letters.mayBundle()) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (var bundle : letters.bundles()) {
            switch (bundle.decide(now, settings.pause())) {
                case Bundle.Decision.Join(UUID letter) -> letters.join(letter, bundle);
                case Bundle.Decision.Make() -> letters.make(UUID.randomUUID(), bundle, now);
                case Bundle.Decision.Wait() -> {}
            }
        }
    }

    private boolean sendSome() {
        var claimed = QuarkusTransaction.requiringNew()
                .call(() -> letters.claim(clock.instant(), CLAIMED_FOR, LETTERS_AT_ONCE));
        for (var letter : claimed) {
            var attempt = attempt(letter);
            var after = letter.after(attempt, clock.instant().truncatedTo(ChronoUnit.MILLIS), settings);
            QuarkusTransaction.requiringNew().run(() -> letters.save(after));
            if (after.state() == Letter.State.GIVEN_UP) {
                Log.warnf(
                        "An e-mail was given up after %s: %s; the practice's notices name it",
                        settings.givenUpAfter(), after.problem().orElse(""));
            }
        }
        return claimed.size() == LETTERS_AT_ONCE;
    }

    private Attempt attempt(Letter letter) {
        if (settings.smtpHost().isEmpty()) {
            return new Attempt.Failed("no_smtp");
        }
        var address = addresses.of(letter.to());
        if (address.isEmpty()) {
            return new Attempt.Failed("no_address");
        }
        try {
            mailer.send(mail(letter, address.get())).await().atMost(ANSWERED_WITHIN);
            return new Attempt.Sent();
        } catch (RuntimeException e) {
            // The server's words may name an address: only what kind of failure it was is kept.
            Log.info("An e-mail could not be sent and is tried again: " + Faults.withoutValues(e));
            return new Attempt.Failed(refused(e) ? "refused" : "unreachable");
        }
    }

    private static boolean refused(Throwable failure) {
        return failure instanceof SMTPException || failure.getCause() instanceof SMTPException;
    }

    private Mail mail(Letter letter, Addresses.Address address) {
        var text = Wording.of(letter, settings.worklistUrl(), address.language());
        return Mail.withText(address.email(), text.subject(), text.body())
                .setFrom(settings.from())
                .addHeader("Message-ID", "<" + letter.id() + "@sacrum>")
                .addHeader("Content-Language", address.language())
                .addHeader("Auto-Submitted", "auto-generated");
    }
}
