package care.sacrum.session.replay;

import care.sacrum.platform.event.OutgoingEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What one feature once told and can tell again: the same events with the same ids, as the database has them. Called
/// inside a transaction that has locked the patient's row, so nothing of that patient is told in between.
public interface Chapter {

    /// The order in which chapters are told of a patient: who it is, then what was prescribed, then what was reported,
    /// and what became of that.
    enum Turn {
        PERSON,
        PLAN,
        REPORTS,
        MARKS,
        END
    }

    /// Unique among the chapters, and kept: it says how far a replay came.
    String name();

    Turn turn();

    /// What is told under the key of the practice itself; locks what its writers lock.
    default List<OutgoingEvent> ofPractice(UUID practice) {
        return List.of();
    }

    /// The events of a patient behind that place, the oldest first; none where there is no such patient.
    ///
    /// @param place what the page before gave as `next`
    Page of(UUID practice, UUID patient, Span span, Optional<String> place, int limit);

    /// @param next absent with the last page
    record Page(List<OutgoingEvent> events, Optional<String> next) {

        public static Page last(List<OutgoingEvent> events) {
            return new Page(events, Optional.empty());
        }
    }
}
