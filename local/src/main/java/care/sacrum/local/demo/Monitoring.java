package care.sacrum.local.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;

/// Remote therapeutic monitoring by the codes of the United States, in the practice that is there.
final class Monitoring {

    /// A day on which the clinician worked on a patient's monitoring, and spoke to the patient once.
    private static final int DAY_OF_WORK = 20;

    private final FrontDesk desk;
    private final Addresses where;
    private final Clinic clinic;
    private final String clinician;
    private final String lead;

    Monitoring(FrontDesk desk, Addresses where, Clinic clinic) {
        this.desk = desk;
        this.where = where;
        this.clinic = clinic;
        this.clinician = desk.token(where.issuer(), clinic.clinician());
        this.lead = desk.token(where.issuer(), clinic.lead());
    }

    /// Whether the practice monitors. Turned on once; where somebody turned it off, it stays off.
    boolean turnOn() {
        var monitoring = where.session(clinic, "/monitoring");
        var setting = desk.get(lead, monitoring).mustBe(200).body();
        if (setting.path("version").longValue() > 0) {
            return setting.path("on").booleanValue();
        }
        desk.change(lead, monitoring, "\"0\"", object().put("on", true)).mustBe(200);
        return true;
    }

    /// @param minutes of each piece of work, all of them on one day
    void monitor(Story story, LocalDate enrolled, List<Integer> minutes) {
        var episode = object().put("setUpOn", enrolled.toString());
        // 428: somebody changed it.
        desk.put(clinician, where.session(clinic, story, "/monitoring/episodes/" + story.id("episode")), episode)
                .mustBe(200, 201, 428);
        for (int piece = 0; piece < minutes.size(); piece++) {
            var work = object().put("day", enrolled.plusDays(DAY_OF_WORK - 1L).toString())
                    .put("minutes", minutes.get(piece))
                    .put("liveContact", piece == 0);
            var id = story.id(piece == 0 ? "work" : "work " + piece);
            desk.put(clinician, where.session(clinic, story, "/monitoring/work/" + id), work)
                    .mustBe(200, 201);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
