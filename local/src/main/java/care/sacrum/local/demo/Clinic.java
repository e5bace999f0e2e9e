package care.sacrum.local.demo;

import care.sacrum.local.backing.DemoIdentities;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/// A made-up practice: where and when it works, and who signs in there. It is open from Monday to Friday.
///
/// @param clinician the name under which the clinician signs in, who sees all of its patients
/// @param lead      the same of the practice's lead
record Clinic(
        UUID practice,
        String name,
        String country,
        ZoneId zone,
        String emergencyNumber,
        LocalTime opens,
        LocalTime closes,
        String clinician,
        UUID clinicianId,
        String clinicianName,
        String lead,
        List<Story> stories) {

    /// Where all but one thing is shown.
    static final Clinic HOME = new Clinic(
            DemoIdentities.PRACTICE,
            "Demo practice",
            "GB",
            ZoneId.of("Europe/London"),
            "999",
            LocalTime.of(8, 30),
            LocalTime.of(17, 30),
            DemoIdentities.CLINICIAN,
            UUID.fromString("5ac20000-0000-4000-a000-000000000001"),
            "Sam Example",
            DemoIdentities.LEAD,
            Stories.ALL);

    /// In the United States, whose codes of remote monitoring it keeps.
    static final Clinic AMERICAN = new Clinic(
            DemoIdentities.AMERICAN_PRACTICE,
            "Demo practice, Denver",
            "US",
            ZoneId.of("America/Denver"),
            "911",
            LocalTime.of(8, 0),
            LocalTime.of(17, 0),
            DemoIdentities.AMERICAN_CLINICIAN,
            UUID.fromString("5ac20000-0000-4000-a000-000000000002"),
            "Alex Example",
            DemoIdentities.AMERICAN_LEAD,
            Stories.AMERICAN);

    boolean isOpen(Instant at) {
        var local = at.atZone(zone);
        var weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(local.getDayOfWeek());
        return !weekend
                && !local.toLocalTime().isBefore(opens)
                && local.toLocalTime().isBefore(closes);
    }

    /// As its lead records it.
    ObjectNode record() {
        var record = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("country", country)
                .put("timeZone", zone.getId())
                .put("emergencyNumber", emergencyNumber);
        var hours = record.putArray("hours");
        for (var day : List.of("monday", "tuesday", "wednesday", "thursday", "friday")) {
            hours.addObject().put("day", day).put("opens", opens.toString()).put("closes", closes.toString());
        }
        return record;
    }

    ObjectNode clinicianRecord() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("displayName", clinicianName)
                .put("profession", "physical_therapist");
    }
}
