/// Pushes a practice's events to other systems by the Standard Webhooks convention. A consumer group of its own writes
/// one
/// row for each event and webhook, and a job that any number of instances run delivers them: so a webhook in trouble
/// makes
/// nobody wait. Nothing goes to an address of a private network unless a setting allows it.
@NullMarked
package care.sacrum.triage.webhook;

import org.jspecify.annotations.NullMarked;
