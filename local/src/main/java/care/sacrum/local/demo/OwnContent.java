package care.sacrum.local.demo;

import care.sacrum.local.backing.DemoIdentities;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;

/// What a practice's editor publishes of its own, beside what is common. Somebody may publish the next version, or
/// retire it: then it stays so.
final class OwnContent {

    /// Followed by one of the patients.
    static final String PROGRAMME = "own-two-slow-moves";

    static final String ARTICLE = "own-before-your-visit";

    private final FrontDesk desk;
    private final Addresses where;
    private final Clinic clinic;
    private final String editor;

    OwnContent(FrontDesk desk, Addresses where, Clinic clinic) {
        this.desk = desk;
        this.where = where;
        this.clinic = clinic;
        this.editor = desk.token(where.issuer(), DemoIdentities.PRACTICE_EDITOR);
    }

    void publish() {
        publish(where.content(clinic, "/programmes/" + PROGRAMME), programme());
        publish(where.content(clinic, "/articles/" + ARTICLE), article());
    }

    private void publish(URI piece, ObjectNode manuscript) {
        // 410: it was retired.
        if (desk.get(editor, piece).mustBe(200, 404, 410).is(404)) {
            desk.post(editor, URI.create(piece + "/versions"), manuscript).mustBe(200, 201);
        }
    }

    private static ObjectNode programme() {
        var manuscript = manuscript("Two slow moves");
        var document = manuscript.putObject("document");
        document.put("summary", "Two slow moves for people who sit all day. They take about five minutes.");
        var exercises = document.putArray("exercises");
        for (var slug : List.of("pelvic-tilt", "lumbar-rotation")) {
            exercises.addObject().put("slug", slug).put("version", 1);
        }
        var schedule = document.putObject("schedule");
        range(schedule, "timesADay", 1, 2);
        range(schedule, "daysAWeek", 3, 7);
        range(schedule, "weeks", 2, 8);
        document.putArray("advice")
                .add("Do them slowly. A light stretch is good. A sharp pain is not.")
                .add("If it hurts more the next day, do less and tell us.");
        return judgedByTheEditor(manuscript, document, "exercises");
    }

    private static ObjectNode article() {
        var manuscript = manuscript("Before your visit");
        var document = manuscript.putObject("document");
        document.put("summary", "What to bring when you come to see us, and what to wear.");
        document.putArray("sections")
                .addObject()
                .put("heading", "What helps us")
                .putArray("paragraphs")
                .add("Wear clothes that you can move in. Bring a list of the pills that you take.")
                .add("Tell us what you told the app, and what has changed since. If a sign that cannot wait comes"
                        + " up before your visit, do not wait for it.");
        return judgedByTheEditor(manuscript, document, "sections");
    }

    private static ObjectNode manuscript(String title) {
        return JsonNodeFactory.instance.objectNode().put("language", "en").put("title", title);
    }

    private static ObjectNode judgedByTheEditor(ObjectNode manuscript, ObjectNode document, String what) {
        document.putArray("evidence")
                .addObject()
                .put("source", "Judgement of the practice's editor; made up for the demo")
                .put("certainty", "low")
                .putArray("about")
                .add(what);
        document.putObject("review").put("author", "Demo practice").put("status", "not_yet_reviewed_by_a_clinician");
        return manuscript;
    }

    private static void range(ObjectNode schedule, String name, int least, int most) {
        schedule.putObject(name).put("min", least).put("max", most);
    }
}
