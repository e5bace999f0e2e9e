/// Consumer discipline: every record may come twice, late or out of order, and none may stop those behind it. A fault
/// that
/// passes is waited out, for ever; a record that can never be used goes to the dead letters with a reason code; the
/// offset
/// follows the database.
@NullMarked
package care.sacrum.platform.inbox;

import org.jspecify.annotations.NullMarked;
