/// Shared mechanism, never meaning. What a session or a finding is, each service says for itself.
@NullMarked
package care.sacrum.platform;

import org.jspecify.annotations.NullMarked;
