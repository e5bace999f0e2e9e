package care.sacrum.triage.cases;

import care.sacrum.triage.rules.BaselineCondition;
import care.sacrum.triage.rules.Patient;
import care.sacrum.triage.rules.RiskFactor;
import care.sacrum.triage.rules.SetAside;
import care.sacrum.triage.rules.Status;
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
    private static final int OLDEST = 122;

    /// Where else a risk may be told: as one, as what the patient has, and as what was or is taken.
    private static final Set<String> RISKS =
            Set.of("riskfactors", "riskfactor", "risks", "risk", "factoresderiesgo", "factoresriesgo", "riesgos");

    private static final Set<String> CONDITIONS =
            Set.copyOf(Phrases.listed("conditions condition comorbidities comorbidity"
                    + " comorbids diagnoses diagnosis dx problems problem problemlist chronicconditions healthconditions"
                    + " medicalconditions illnesses illness diseases chronicdiseases chronicillnesses existingconditions"
                    + " preexistingconditions currentconditions healthproblems medicalproblems enfermedades diagnosticos"
                    + " comorbilidades"));

    private static final Set<String> HISTORIES = Set.copyOf(Phrases.listed("history medicalhistory pastmedicalhistory"
            + " pasthistory pmh pmhx medhistory healthhistory clinicalhistory surgicalhistory pastsurgicalhistory"
            + " surgeries operations procedures antecedentes antecedentespersonales historial historiaclinica medications"
            + " medication meds currentmedications currentmedication drugs medicines medicacion medicamentos treatments"
            + " treatment therapies tratamientos"));

    /// With a report or the case, these by themselves are the patient's.
    private static final Set<String> FLAGS = Set.copyOf(Phrases.listed("pregnant ispregnant embarazada smoker issmoker"
            + " diabetic isdiabetic osteoporotic immunosuppressed immunocompromised anticoagulated"));

    private final Fields fields;
    private final @Nullable LocalDate today;
    private final Set<RiskFactor> riskFactors = EnumSet.noneOf(RiskFactor.class);
    private final BaselineReader baseline;
    private boolean unread;

    private PatientReader(Fields fields, @Nullable LocalDate today) {
        this.fields = fields;
        this.today = today;
        this.baseline = new BaselineReader(fields, riskFactors, today);
    }

    private static final Pattern BETWEEN_PARTS = Pattern.compile("[:=()]");

    private static final Pattern NO_CARER = Pattern.compile(
            ".*\\b(?:wait|waiting|awaiting|waitlist|pending|referred|referral|booked|appointment|discharged|former|formerly"
                    + "|previous|previously|ex|stopped|finished|ended|cancelled|refused|myself|self|me|you ?tube|google|internet"
                    + "|online|app|chatgpt|espera|pendiente|derivad[oa]|cita|alta|antes|yo|nadie|todavia|aun)\\b.*");

    private static final Pattern AGE =
            Pattern.compile(" *([0-9]{1,3}) *-?(?:y|yo|y\\.o|yrs?|years?|años)(?![a-z]).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern BIRTH_YEAR = Pattern.compile(" *(?:19|20)[0-9]{2} *");
    private static final Pattern DECADE = Pattern.compile(".*\\b([1-9]0) *'?s\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern OVER = Pattern.compile(
            ".*(?:\\b(?:over|above|at least|m[aá]s de|mayor de) |[>\u2265]=? *)([0-9]{2})\\b.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AND_OVER = Pattern.compile(
            "[^0-9]*([0-9]{2}) *(?:\\+|plus|(?:years? )?(?:and|or|y|o) (?:over|above|older|more|m[aá]s)).*",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> OLD =
            Set.of("elderly", "pensioner", "retired", "anciano", "anciana", "jubilado", "jubilada");
    private static final int OLD_FROM = 65;

    /// @param today by which the age is told from a date of birth, where there is such a day
    static Patient read(JsonNode node, @Nullable LocalDate today, List<SetAside> setAside) {
        return read(node, List.of(), today, setAside);
    }

    /// @param elsewhere what is told of the patient's risks with the case or in a report
    static Patient read(JsonNode node, List<Fields> elsewhere, @Nullable LocalDate today, List<SetAside> setAside) {
        if (!node.isObject()) {
            setAside.add(new SetAside("", "patient", "is not a JSON object; nothing is known of the patient"));
        }
        return new PatientReader(new Fields(node, "", "patient.", setAside), today).read(elsewhere);
    }

    /// Whether a field tells of the patient's risks, wherever it stands.
    static boolean tellsOfRisks(String name) {
        String letters = Word.letters(name);
        return RISKS.contains(letters)
                || CONDITIONS.contains(letters)
                || HISTORIES.contains(letters)
                || Word.find(RiskFactor.class, name).isPresent()
                || FLAGS.contains(letters);
    }

    private Patient read(List<Fields> elsewhere) {
        ZoneId home = fields.zone("homeTimeZone");
        for (String written : words(fields, "riskFactors")) {
            risk(fields, "riskFactors", written, true);
        }
        for (Map.Entry<String, JsonNode> field : fields.all()) {
            if (!FieldNames.ofAPatient(field.getKey())) {
                other(fields, field);
            }
        }
        for (Fields place : elsewhere) {
            place.all().forEach(field -> other(place, field));
        }
        List<BaselineCondition> conditions = new ArrayList<>(baseline.read("baselineConditions"));
        Integer age = age(fields, today);
        unread |= age == null && (fields.given("ageYears") || fields.given("age"));
        return new Patient(
                age,
                home == null ? ZoneOffset.UTC : home,
                riskFactors,
                conditions,
                unread || baseline.unread(),
                carers());
    }

    /// A field under another name: a list of risks, of conditions or of what was, or one risk by its name. What is none
    /// of them is named, and nobody is calmed over it.
    private void other(Fields place, Map.Entry<String, JsonNode> field) {
        String name = field.getKey();
        String letters = Word.letters(name);
        if (!FieldNames.saysSomething(name, field.getValue()) || isReadElsewhere(name)) {
            return;
        }
        if (CONDITIONS.contains(letters) && field.getValue().isArray()) {
            conditions(place, name);
        } else if (CONDITIONS.contains(letters) || RISKS.contains(letters) || HISTORIES.contains(letters)) {
            words(place, name).forEach(written -> risk(place, name, written, false));
        } else if (!isARisk(place, field)
                && FieldNames.mayMatter(name, field.getValue())
                && !Phrases.isOfNobody(name)) {
            place.setAside(Fields.shortened(name), "is no field of a patient; nobody here can read it");
            unread = true;
        }
    }

    /// Signs and notes of a patient are read, or named, with the case.
    private static boolean isReadElsewhere(String name) {
        return name.equals("symptoms") || FieldNames.listsSigns(name) || ReportReader.isANote(name);
    }

    /// Conditions told as those of the baseline are, or in words; those in words cover nothing.
    private void conditions(Fields place, String name) {
        int at = 0;
        for (JsonNode one : place.whole().path(name)) {
            String where = name + "[" + at++ + "]";
            if (one.isObject() && one.path("code").isTextual()) {
                place.setAside(where, "is no baselineCondition; it is read as one");
                baseline.one(place.within(one, where));
            } else {
                risk(place, where, one.isTextual() ? one.asText() : told(one), false);
            }
        }
    }

    private void risk(Fields place, String name, String written, boolean ofOurs) {
        if (written.isBlank() || OtherWords.none(written)) {
            return;
        }
        Set<RiskFactor> risks = risks(written);
        for (RiskFactor risk : risks) {
            if (riskFactors.add(risk) && !ofOurs) {
                place.setAside(name, "is no field of ours; it is read as the risk factor " + risk.word());
            }
            if (ofOurs) {
                nameWhatItIsReadFor(place, written, risk);
            }
        }
        if (risks.isEmpty() && (ofOurs || !Ordinary.isOrdinaryHealth(written))) {
            place.setAside(
                    name,
                    ofOurs
                            ? "is no risk factor we know: " + Fields.shortened(written)
                            : "is no field of ours, and no word we know: " + Fields.shortened(written));
            unread |= !Ordinary.isOrdinaryHealth(written);
        }
    }

    /// A risk by its name, as in `"osteoporosis": true` or `"takes steroids": "for years"`.
    private boolean isARisk(Fields place, Map.Entry<String, JsonNode> field) {
        String name = field.getKey();
        RiskFactor own = Word.find(RiskFactor.class, name).orElse(null);
        if (own != null) {
            if (place.truth(name, true)) {
                riskFactors.add(own);
                place.setAside(name, "is no field of a patient; it is read as a risk factor");
            }
            return true;
        }
        String said = field.getValue().isBoolean() ? "" : text(field.getValue());
        boolean yes = Telling.statusIn(said) == Status.PRESENT;
        if (Telling.statusIn(said) == Status.DENIED || field.getValue().isNumber()) {
            return Telling.statusIn(said) == Status.DENIED
                    && !risks(plain(name)).isEmpty();
        }
        Set<RiskFactor> named = risks(plain(name));
        boolean ofTobacco = named.equals(Set.of(RiskFactor.SMOKER));
        if (!yes
                && !named.isEmpty()
                && !PlainAnswer.isAsked(said)
                && Phrases.isOfNobody(said)
                && (ofTobacco || !Phrases.mayBeARisk(said))) {
            return true;
        }
        Set<RiskFactor> risks = risks(plain(name) + (yes || said.isEmpty() ? "" : " " + said));
        for (RiskFactor risk : risks) {
            riskFactors.add(risk);
            place.setAside(
                    Fields.shortened(name), "is no field of a patient; it is read as the risk factor " + risk.word());
        }
        return !risks.isEmpty();
    }

    /// A name as words, without what asks after it: `isPregnant`, `has_osteoporosis`.
    private static String plain(String name) {
        return String.join(" ", PlainWords.of(name)).replaceFirst("^(?:is|has|have|had|on|takes|taking|uses) ", "");
    }

    private static String text(JsonNode value) {
        if (value.isValueNode()) {
            return value.isNull() ? "" : value.asText();
        }
        List<String> parts = new ArrayList<>();
        value.forEach(part -> parts.add(text(part)));
        return String.join(" ", parts);
    }

    private static void nameWhatItIsReadFor(Fields fields, String written, RiskFactor risk) {
        if (Word.find(RiskFactor.class, written).isEmpty()) {
            fields.setAside(
                    "riskFactors",
                    "is no risk factor of ours; it is read as " + risk.word() + ": " + Fields.shortened(written));
        }
    }

    /// The risks that are told; where the whole tells of none, those of the parts by themselves, as in
    /// "breast cancer, no recurrence". What begins with a relative is the relative's to the end.
    static Set<RiskFactor> risks(String written) {
        Set<RiskFactor> all = wholeRisks(written);
        if (!all.isEmpty() || Ordinary.isHarmless(written) || Whose.beginsWithARelative(PlainWords.of(written))) {
            return all;
        }
        for (String part : written.split("[,;.()]")) {
            if (!part.isBlank()) {
                all.addAll(wholeRisks(part));
            }
        }
        return all;
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

    private static Set<RiskFactor> wholeRisks(String written) {
        RiskFactor own = Word.find(RiskFactor.class, written).orElse(null);
        return own == null ? OtherWords.risks(written) : EnumSet.of(own);
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
        JsonNode year = fields.value("birthYear");
        if (year != null && today != null) {
            Integer age = BIRTH_YEAR.matcher(year.asText()).matches() ? ageInWords(year, today) : null;
            if (age == null) {
                fields.setAside("birthYear", "is no year of a birth");
            }
            return age;
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
        for (Pattern least : List.of(OVER, AND_OVER)) {
            Matcher over = least.matcher(text);
            if (over.matches()) {
                return Integer.valueOf(over.group(1));
            }
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
                String written = isDenied(word) ? "none" : word.isTextual() ? word.asText() : told(word);
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
        words.removeIf(word -> word.isEmpty() || OtherWords.none(word) || isDenied(word));
        return words;
    }

    /// Whether an object says of its code that it is not so: `{"code": "cancer_history", "status":
    /// "denied"}`.
    private static boolean isDenied(JsonNode said) {
        return said.isObject()
                && said.properties().stream()
                        .filter(field -> field.getKey().equals("status") || Telling.isAnAnswer(field.getKey()))
                        .map(field -> field.getValue().asText())
                        .anyMatch(PatientReader::isANo);
    }

    /// The same in a text: `cancer_history=false`, `pregnancy (negative)`.
    private static boolean isDenied(String written) {
        List<String> parts = BETWEEN_PARTS
                .splitAsStream(written)
                .filter(part -> !part.isBlank())
                .toList();
        return parts.size() > 1 && parts.stream().skip(1).allMatch(PatientReader::isANo);
    }

    private static boolean isANo(String written) {
        return Telling.statusIn(written) == Status.DENIED || OtherWords.none(written) || OtherWords.isAbsent(written);
    }

    /// Who looks after the patient's back. Whoever is still to be seen, or looks after it no more, does
    /// not, nor does the family.
    private Set<String> carers() {
        Set<String> carers = new LinkedHashSet<>();
        for (String written : words(fields, "alreadyUnderCareOf")) {
            boolean nobody = OtherWords.notAsked(written)
                    || Phrases.isOfNobody(written)
                    || NO_CARER.matcher(String.join(" ", PlainWords.of(written)))
                            .matches();
            if (nobody) {
                fields.setAside(
                        "alreadyUnderCareOf", "names nobody who looks after it now: " + Fields.shortened(written));
            } else {
                carers.add(written);
            }
        }
        return carers;
    }
}
