/// Tenancy and roles: who is calling, for which practice, and what they may see. A record of another practice is not
/// found, never forbidden, so that its existence is not told.
@NullMarked
package care.sacrum.platform.identity;

import org.jspecify.annotations.NullMarked;
