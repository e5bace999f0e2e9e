/// Who a patient is and how to reach the person: the one place of the suite where a pseudonym has a name. It is
/// read and changed through its own operations only, by the people of the practice and by the patient; no event,
/// no log line and no other service ever holds any of it.
@NullMarked
package care.sacrum.session.contact;

import org.jspecify.annotations.NullMarked;
