/// What the services stand on when no server gives it to them: a real PostgreSQL, a real Kafka broker and an issuer of
/// tokens. `Backing` starts the first two embedded, or as containers for tests where Docker answers; `Issuer` signs for
/// anyone, and so is for tests and demo data only. Tests of the services use `BackingResource`, `Tokens`, `TestTopic`
/// and
/// `Faults`; the launcher of the embedded run uses `Backing` and `Issuer` themselves. Nothing here is ever on a
/// service's
/// production classpath.
@NullMarked
package care.sacrum.local.backing;

import org.jspecify.annotations.NullMarked;
