package care.sacrum.triage.cases;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.rules.Language;
import care.sacrum.triage.rules.Languages;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.rules.Side;
import care.sacrum.triage.rules.Symptom;
import care.sacrum.triage.rules.SymptomCode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the texts say of a sign is understood as that sign where a sign is asked for.
class OurSentencesTest {

    @ParameterizedTest
    @EnumSource
    void inWhateverWordsASignIsToldBackItCanBeToldAgain(SymptomCode code) {
        for (Language language : List.of(Languages.ENGLISH, Languages.SPANISH)) {
            List<Side> sides = new ArrayList<>(List.of(Side.values()));
            sides.add(null);
            for (Side side : sides) {
                String told = language.toldAlone(code, side);
                for (String written : List.of(
                        told,
                        told.toLowerCase(Locale.ROOT),
                        OurSentences.ofOneself(told, language),
                        unaccented(OurSentences.ofOneself(told, language)) + ".")) {
                    Report report = read(written);
                    assertThat(report.symptoms().stream().map(Symptom::code))
                            .as(written)
                            .containsExactly(code);
                    assertThat(report.symptoms().getFirst().side()).as(written).isEqualTo(side);
                    assertThat(report.signUnread()).as(written).isFalse();
                }
            }
        }
    }

    private static String unaccented(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    }

    private static Report read(String written) {
        ObjectNode course = JsonNodeFactory.instance.objectNode();
        course.put("evaluateAt", "2026-03-02T18:00:00Z").putObject("patient").put("ageYears", 45);
        ObjectNode report = course.putArray("reports").addObject();
        report.put("reportId", "1").put("kind", "symptom_check_in").put("observedTimeZone", "Europe/London");
        report.put("observedAt", "2026-03-02T09:00:00Z").put("painBefore", 2);
        report.putArray("symptoms").addObject().put("code", written).put("status", "present");
        return ((Reading.Read) CaseReader.read(course)).course().reports().getFirst();
    }
}
