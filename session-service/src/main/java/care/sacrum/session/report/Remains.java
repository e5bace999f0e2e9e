package care.sacrum.session.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// What was set aside while a report was read; so much of it is told and no more.
final class Remains {

    private static final int MOST_TOLD = 50;

    private final List<SetAside> told = new ArrayList<>();
    private final UnknownFields unknown = new UnknownFields();

    void add(String field, String why) {
        if (told.size() < MOST_TOLD) {
            told.add(new SetAside(field, why));
        } else if (told.size() == MOST_TOLD) {
            told.add(new SetAside("", "more was set aside than is told here"));
        }
    }

    /// What was told where nobody can read it.
    UnknownFields unknown() {
        return unknown;
    }

    /// Whether it is one; what is none is set aside.
    boolean isObject(JsonNode given, String at) {
        if (!given.isObject()) {
            add(at, "is not an object");
        }
        return given.isObject();
    }

    void writeTo(ObjectNode content) {
        var list = content.putArray("setAside");
        for (var one : told) {
            list.addObject().put("field", one.field()).put("why", one.why());
        }
    }
}
