package care.sacrum.triage.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a practice may set, within bounds. A rule itself is never theirs to set.
public record Parameters(
        int persistenceMinSpanDays,
        int persistenceMinSymptomaticDays,
        int persistenceMaxUnreportedGapDays,
        int symptomaticThreshold,
        int resolvedThreshold,
        int resolvedMinConsecutiveReportedDays,
        int newOnsetWindowDays,
        int lateReportEmergencyWindowDays,
        int neuroSignMemoryDays,
        int worseningPoints,
        Urgency bilateralLegLevel) {

    private static final String BILATERAL_LEG_LEVEL = "bilateralLegLevel";

    private record Bounds(int standard, int least, int most) {}

    private static final Map<String, Bounds> NUMBERS = numbers();

    public static final Parameters DEFAULTS = new Parameters(5, 3, 2, 3, 1, 2, 14, 14, 42, 2, Urgency.URGENT_SAME_DAY);

    public Parameters {
        List<Refusal> refused = new ArrayList<>();
        check(refused, "persistenceMinSpanDays", persistenceMinSpanDays);
        check(refused, "persistenceMinSymptomaticDays", persistenceMinSymptomaticDays);
        check(refused, "persistenceMaxUnreportedGapDays", persistenceMaxUnreportedGapDays);
        check(refused, "symptomaticThreshold", symptomaticThreshold);
        check(refused, "resolvedThreshold", resolvedThreshold);
        check(refused, "resolvedMinConsecutiveReportedDays", resolvedMinConsecutiveReportedDays);
        check(refused, "newOnsetWindowDays", newOnsetWindowDays);
        check(refused, "lateReportEmergencyWindowDays", lateReportEmergencyWindowDays);
        check(refused, "neuroSignMemoryDays", neuroSignMemoryDays);
        check(refused, "worseningPoints", worseningPoints);
        if (bilateralLegLevel != Urgency.URGENT_SAME_DAY && bilateralLegLevel != Urgency.EMERGENCY_NOW) {
            refused.add(new Refusal(BILATERAL_LEG_LEVEL, "is urgent_same_day or emergency_now"));
        }
        if (!refused.isEmpty()) {
            throw new ParametersRefused(refused);
        }
    }

    /// One parameter that cannot be taken, and why.
    public record Refusal(String parameter, String why) {}

    /// A parameter as it is published: what it means, its default, and the bounds within which a practice sets it.
    public record Described(String name, String meaning, String standard, String from, String to) {}

    /// All of them, in the order of the specification.
    public static List<Described> described() {
        List<Described> all = new ArrayList<>();
        NUMBERS.forEach((name, bounds) -> all.add(new Described(
                name,
                meaning(name),
                Integer.toString(bounds.standard()),
                Integer.toString(bounds.least()),
                Integer.toString(bounds.most()))));
        all.add(new Described(
                BILATERAL_LEG_LEVEL,
                meaning(BILATERAL_LEG_LEVEL),
                DEFAULTS.bilateralLegLevel().word(),
                Urgency.URGENT_SAME_DAY.word(),
                Urgency.EMERGENCY_NOW.word()));
        return List.copyOf(all);
    }

    private static String meaning(String name) {
        return switch (name) {
            case "persistenceMinSpanDays" -> "pain over so many days has lasted more than a few";
            case "persistenceMinSymptomaticDays" -> "so many symptomatic days within the span";
            case "persistenceMaxUnreportedGapDays" -> "so many days in a row may pass without a value";
            case "symptomaticThreshold" -> "a day value from which a day is symptomatic";
            case "resolvedThreshold" -> "a day value up to which a day is quiet";
            case "resolvedMinConsecutiveReportedDays" -> "so many quiet reported days in a row end a run of pain";
            case "newOnsetWindowDays" -> "a sign that began within so many days of its report is new";
            case "lateReportEmergencyWindowDays" -> "so long a new cauda equina sign is an emergency";
            case "neuroSignMemoryDays" -> "so long a nerve sign told once counts";
            case "worseningPoints" -> "so many points more are worse";
            case BILATERAL_LEG_LEVEL -> "how urgent nerve signs or pain below the knee in both legs are";
            default -> throw new IllegalArgumentException("nobody says what " + name + " means");
        };
    }

    /// What came of a practice's wish to set parameters.
    public sealed interface Setting {
        record Taken(Parameters parameters) implements Setting {}

        record Refused(List<Refusal> refusals) implements Setting {}
    }

    /// Sets the parameters named, leaving the others at their defaults; the values are as a document wrote them.
    public static Setting set(Map<String, String> wished) {
        List<Refusal> refused = new ArrayList<>();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        NUMBERS.forEach((name, bounds) -> numbers.put(name, bounds.standard()));
        Urgency level = Urgency.URGENT_SAME_DAY;
        for (Map.Entry<String, String> wish : wished.entrySet()) {
            String name = wish.getKey();
            String value = wish.getValue().strip();
            if (name.equals(BILATERAL_LEG_LEVEL)) {
                switch (value) {
                    case "urgent_same_day" -> level = Urgency.URGENT_SAME_DAY;
                    case "emergency_now" -> level = Urgency.EMERGENCY_NOW;
                    default -> refused.add(new Refusal(name, "is urgent_same_day or emergency_now"));
                }
            } else if (!NUMBERS.containsKey(name)) {
                refused.add(new Refusal(name, "is not a parameter"));
            } else if (!value.matches("-?[0-9]{1,9}")) {
                refused.add(new Refusal(name, "must be a whole number " + range(name)));
            } else {
                check(refused, name, Integer.parseInt(value));
                numbers.put(name, Integer.parseInt(value));
            }
        }
        if (!refused.isEmpty()) {
            return new Setting.Refused(List.copyOf(refused));
        }
        return new Setting.Taken(new Parameters(
                numbers.get("persistenceMinSpanDays"),
                numbers.get("persistenceMinSymptomaticDays"),
                numbers.get("persistenceMaxUnreportedGapDays"),
                numbers.get("symptomaticThreshold"),
                numbers.get("resolvedThreshold"),
                numbers.get("resolvedMinConsecutiveReportedDays"),
                numbers.get("newOnsetWindowDays"),
                numbers.get("lateReportEmergencyWindowDays"),
                numbers.get("neuroSignMemoryDays"),
                numbers.get("worseningPoints"),
                level));
    }

    private static void check(List<Refusal> refused, String name, int value) {
        Bounds bounds = NUMBERS.get(name);
        if (value < bounds.least() || value > bounds.most()) {
            refused.add(new Refusal(name, "must be a whole number " + range(name)));
        }
    }

    private static String range(String name) {
        Bounds bounds = NUMBERS.get(name);
        return "from " + bounds.least() + " to " + bounds.most();
    }

    private static Map<String, Bounds> numbers() {
        Map<String, Bounds> numbers = new LinkedHashMap<>();
        numbers.put("persistenceMinSpanDays", new Bounds(5, 3, 14));
        numbers.put("persistenceMinSymptomaticDays", new Bounds(3, 2, 5));
        numbers.put("persistenceMaxUnreportedGapDays", new Bounds(2, 0, 4));
        numbers.put("symptomaticThreshold", new Bounds(3, 2, 5));
        numbers.put("resolvedThreshold", new Bounds(1, 0, 2));
        numbers.put("resolvedMinConsecutiveReportedDays", new Bounds(2, 1, 4));
        numbers.put("newOnsetWindowDays", new Bounds(14, 7, 28));
        numbers.put("lateReportEmergencyWindowDays", new Bounds(14, 7, 28));
        numbers.put("neuroSignMemoryDays", new Bounds(42, 14, 90));
        numbers.put("worseningPoints", new Bounds(2, 1, 3));
        return numbers;
    }

    private static final class ParametersRefused extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        ParametersRefused(List<Refusal> refused) {
            super(refused.toString());
        }
    }
}
