package care.sacrum.triage.cases;

import care.sacrum.triage.rules.BaselineCondition;
import care.sacrum.triage.rules.Patient;
import care.sacrum.triage.rules.RiskFactor;
import care.sacrum.triage.rules.SetAside;
import care.sacrum.triage.rules.Word;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads who the patient is: what is odd is set aside and named. A condition that is not written exactly covers
/// nothing.
final class PatientReader {
    private static final int OLDEST = 130;

    private PatientReader() {}

    /// Where else a risk may be told.
    private static final List<String> HISTORIES = List.of("medicalHistory", "pastMedicalHistory", "medications");

    private static final Pattern AGE =
            Pattern.compile(" *([0-9]{1,3}) *-?(?:y|yo|y\\.o|yrs?|years?|años)(?![a-z]).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern BIRTH_YEAR = Pattern.compile(" *(?:19|20)[0-9]{2} *");
    private static final Pattern DECADE = Pattern.compile(".*\\b([1-9]0) *'?s\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern OVER =
            Pattern.compile(".*\\b(?:over|above|m[aá]s de) ([0-9]{2})\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OLD =
            Set.of("elderly", "pensioner", "retired", "anciano", "anciana", "jubilado", "jubilada");
    private static final int OLD_FROM = 65;

    /// @param today by which the age is told from a date of birth, where there is such a day
    static Patient read(JsonNode node, @Nullable LocalDate today, List<SetAside> setAside) {
        Fields fields = new Fields(node, "", "patient.", setAside);
        if (!node.isObject()) {
            setAside.add(new SetAside("", "patient", "is not a JSON object; nothing is known of the patient"));
        }
        ZoneId home = fields.zone("homeTimeZone");
        Set<RiskFactor> riskFactors = EnumSet.noneOf(RiskFactor.class);
        boolean unread = false;
        for (String written : words(fields, "riskFactors")) {
            RiskFactor risk = risk(written);
            if (risk == null) {
                fields.setAside("riskFactors", "is no risk factor we know: " + Fields.shortened(written));
                unread |= !Ordinary.isOrdinaryHealth(written);
            } else {
                riskFactors.add(risk);
                nameWhatItIsReadFor(fields, written, risk);
            }
        }
        for (String name : HISTORIES) {
            for (String written : words(fields, name)) {
                RiskFactor risk = risk(written);
                if (risk != null && riskFactors.add(risk)) {
                    fields.setAside(name, "is no field of ours; it is read as the risk factor " + risk.word());
                }
            }
        }
        for (Map.Entry<String, JsonNode> field : fields.all()) {
            RiskFactor risk = Word.find(RiskFactor.class, field.getKey()).orElse(null);
            if (risk != null && fields.truth(field.getKey(), true)) {
                riskFactors.add(risk);
                fields.setAside(field.getKey(), "is no field of a patient; it is read as a risk factor");
            }
        }
        BaselineReader baseline = new BaselineReader(fields, riskFactors);
        List<BaselineCondition> conditions = baseline.read();
        Integer age = age(fields, today);
        unread |= age == null && (fields.given("ageYears") || fields.given("age"));
        return new Patient(
                age,
                home == null ? ZoneOffset.UTC : home,
                riskFactors,
                conditions,
                unread || baseline.unread(),
                new LinkedHashSet<>(words(fields, "alreadyUnderCareOf")));
    }

    private static void nameWhatItIsReadFor(Fields fields, String written, RiskFactor risk) {
        if (Word.find(RiskFactor.class, written).isEmpty()) {
            fields.setAside(
                    "riskFactors",
                    "is no risk factor of ours; it is read as " + risk.word() + ": " + Fields.shortened(written));
        }
    }

    /// The risk that is told; where the whole is none, that of the first part which is one by itself, as in
    /// "breast cancer, no recurrence". What begins with a relative is the relative's to the end.
    static @Nullable RiskFactor risk(String written) {
        RiskFactor whole = wholeRisk(written);
        if (whole != null || Whose.beginsWithARelative(PlainWords.of(written))) {
            return whole;
        }
        for (String part : written.split("[,;.()]")) {
            RiskFactor risk = part.isBlank() ? null : wholeRisk(part);
            if (risk != null) {
                return risk;
            }
        }
        return null;
    }

    /// The code of an object, with the relative first of whom another of its fields says it is.
    private static String told(JsonNode said) {
        String code = said.path("code").asText();
        for (JsonNode coding : said.path("coding")) {
            code = code.isBlank()
                    ? coding.path("display").asText(coding.path("code").asText())
                    : code;
        }
        for (Map.Entry<String, JsonNode> field : said.properties()) {
            if (field.getValue().isTextual()
                    && !field.getKey().equals("code")
                    && Whose.beginsWithARelative(PlainWords.of(field.getValue().asText()))) {
                return field.getValue().asText() + " " + code;
            }
        }
        return code;
    }

    private static @Nullable RiskFactor wholeRisk(String written) {
        return Word.find(RiskFactor.class, written).orElseGet(() -> OtherWords.risk(written));
    }

    /// Also `82 years`, and told from a date of birth.
    private static @Nullable Integer age(Fields fields, @Nullable LocalDate today) {
        String name = fields.given("ageYears") ? "ageYears" : "age";
        JsonNode written = fields.value(name);
        if (written != null) {
            Matcher years = AGE.matcher(written.asText());
            if (years.matches() && Integer.parseInt(years.group(1)) <= OLDEST) {
                return Integer.valueOf(years.group(1));
            }
            Integer inWords = ageInWords(written, today);
            if (inWords != null) {
                fields.setAside(name, "is no number of years; it is read as " + inWords);
                return inWords;
            }
            Double age = fields.number(name, 0, OLDEST);
            return age == null ? null : age.intValue();
        }
        for (String birth : List.of("birthDate", "dateOfBirth")) {
            LocalDate born = today == null ? null : fields.date(birth);
            if (born != null && !born.isAfter(today)) {
                return Period.between(born, today).getYears();
            }
            if (born != null) {
                fields.setAside(birth, "is after evaluateAt");
            }
        }
        return null;
    }

    /// "Seventy-two", "in his 70s", a year of birth; of who is called old, the age from which a small fall counts.
    private static @Nullable Integer ageInWords(JsonNode written, @Nullable LocalDate today) {
        String text = written.asText();
        if (today != null && BIRTH_YEAR.matcher(text).matches()) {
            int age = today.getYear() - Integer.parseInt(text.strip());
            return age >= 0 && age <= OLDEST ? Integer.valueOf(age) : null;
        }
        Matcher decade = DECADE.matcher(text);
        if (decade.matches()) {
            return Integer.parseInt(decade.group(1)) + NumberWords.withinADecade(PlainWords.of(text));
        }
        Matcher over = OVER.matcher(text);
        if (over.matches()) {
            return Integer.valueOf(over.group(1));
        }
        if (!written.isTextual()) {
            return null;
        }
        List<String> words = PlainWords.of(text);
        Integer age = NumberWords.inWords(words);
        boolean old = words.stream().anyMatch(OLD::contains);
        return age == null && old ? Integer.valueOf(OLD_FROM) : age;
    }

    /// Words of a list; also of a word that stands alone, of objects with a `code`, and of an object that says true or
    /// false of each.
    private static List<String> words(Fields fields, String name) {
        JsonNode list = fields.value(name);
        if (list == null) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        if (list.isTextual()) {
            words.addAll(List.of(list.asText().split("[,;]")));
        } else if (list.isArray()) {
            for (JsonNode word : list) {
                String written = word.isTextual() ? word.asText() : told(word);
                if (written.isEmpty()) {
                    fields.setAside(name, "holds something that is not a word");
                }
                words.add(written);
            }
        } else if (list.isObject()) {
            Fields said = fields.within(list, name);
            for (Map.Entry<String, JsonNode> word : list.properties()) {
                if (said.truth(word.getKey(), true)) {
                    words.add(word.getKey());
                }
            }
        } else {
            fields.setAside(name, "is not a list of words");
        }
        words.replaceAll(String::strip);
        words.removeIf(word -> word.isEmpty() || OtherWords.none(word));
        return words;
    }
}
