/// A practice: where it is, when its day begins, when somebody is there, and whom its patients call in an
/// emergency. Every row of the service has its practice.
@NullMarked
package care.sacrum.session.practice;

import org.jspecify.annotations.NullMarked;
