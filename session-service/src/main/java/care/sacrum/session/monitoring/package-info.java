/// Remote therapeutic monitoring by the codes of the United States, for practices that turn it on: days with
/// data in windows of 30 days, a clinician's minutes and live contacts by calendar month, and the evidence for
/// each. It names candidates and never says that anything may be billed: that is for the practice to settle.
/// See `docs/decisions/0012-silence-and-monitoring.md` for what it relies on.
@NullMarked
package care.sacrum.session.monitoring;

import org.jspecify.annotations.NullMarked;
