/// What patients of a practice do at home and how it goes: practices, patients, prescriptions, and the one door
/// for reports. Each feature is a package of its own; this one holds nothing.
@NullMarked
package care.sacrum.session;

import org.jspecify.annotations.NullMarked;
