/// Tells people outside the screen that something needs them: the responsible clinician when something urgent is
/// raised,
/// the practice lead when nobody took it on. An e-mail says that and where to look, nothing clinical and nobody's name.
/// What has to be told is written with its cause; letters are made and sent by a job that any number of instances run.
@NullMarked
package care.sacrum.triage.notice;

import org.jspecify.annotations.NullMarked;
