package care.sacrum.triage.cases;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What words say where a yes or a no was asked for. A yes that comes with more than a yes ("yes, until
/// Monday"), and an answer with a question mark, are neither: the one place that tells it, since both
/// answers may calm.
enum PlainAnswer {
    YES,
    NO,
    NEITHER;

    private static final Set<String> YESES = Set.of("true", "yes", "y", "1", "si", "s");
    private static final Set<String> NOES = Set.of("false", "no", "n", "0", "never", "nunca", "nope");

    private static final Set<String> BEGINS_A_NO =
            Set.copyOf(Phrases.listed("no not none never nope nunca negative negativo sin doesn hasn haven"));

    /// What may stand beside a no and change nothing.
    private static final Set<String> BESIDE_A_NO = Set.copyOf(Phrases.listed(
            "no not none never nunca negative negativo sin doesn hasn haven at all ever nope any of this that kind"
                    + " sir madam senor senora he she i it do does did has have t x2 x3 tiene tengo ha"
                    + " leakage leakages leaks accidents incontinence numbness weakness tingling fever problem problems issue issues"
                    + " trouble symptoms perdidas escapes fugas fiebre debilidad problemas sintomas ningun ninguna"));

    private static final Pattern QUESTION_MARKS = Pattern.compile("[?\u00bf\uff1f]");

    private static final String WHO = "(?:gps?|doctors?|dr|dra|physicians?|consultant|specialist|surgeon|nurse|midwife"
            + "|physio|physios|physiotherapist|physical therapist|therapist|osteopath|hospital|clinic|casualty"
            + "|urologists?|neurologists?|neurosurgeon|gynaecologist|gynecologist|obstetrician|oncologist|rheumatologist"
            + "|cardiologist|orthop[a-z]+|medic[oa]|doctora|urolog[oa]|neurolog[oa]|neurocirujan[oa]|cirujan[oa]"
            + "|fisio|fisioterapeuta|enfermer[oa]|matrona|especialista|traumatolog[oa]|ginecolog[oa]|oncolog[oa]"
            + "|reumatolog[oa]|cardiolog[oa]|clinica|urgencias|cabecera)";
    private static final String YEAR = "(?:19|20)[0-9]{2}";
    private static final String WHEN = "(?:(?:last|el) (?:year|month|week|ano pasado|mes pasado)"
            + "|(?:[a-z0-9]+ )?(?:years?|months?|weeks?) ago|hace (?:[a-z0-9]+ )?(?:anos?|mes|meses|semanas?)"
            + "|(?:since |in |en |desde )?" + YEAR + "(?: [0-9]{2}){0,2})";
    private static final String BESIDE = "(?:by|from|at|in|a|an|the|my|our|own|and|por|del?|en|con|un|una|el|la|mi|y)";
    private static final Pattern BY_WHOM_AND_WHEN =
            Pattern.compile("(?:(?:" + WHO + "|" + WHEN + "|" + BESIDE + ")(?: |$))*");
    private static final Pattern BY_SOMEBODY = Pattern.compile(".*\\b" + WHO + "\\b.*");
    /// "Dr Smith", who is no day of the week.
    private static final Pattern BY_NAME =
            Pattern.compile("\\b(Dr|Dra|Mr|Mrs|Ms)\\.? (?![A-Z][a-z]*(?:day|es|ado|ingo)\\b)" + "[A-Z]\\p{L}+");

    private static final Pattern A_YEAR = Pattern.compile("\\b" + YEAR + "\\b");
    private static final Pattern A_DATE = Pattern.compile(YEAR + "-[0-9]{2}-[0-9]{2}");

    private static final Pattern STABLE = Pattern.compile("(?:(?:true|yes|y|si|1|stable|estable|unchanged) ?)+"
            + "(?:(?:since|desde) " + YEAR + "|(?:for|desde hace) (?:[a-z0-9]+ )?(?:years|anos))?");

    static PlainAnswer of(String written) {
        List<String> words = PlainWords.of(written);
        if (isAsked(written)) {
            return NEITHER;
        }
        if (words.size() == 1 && YESES.contains(words.getFirst())) {
            return YES;
        }
        boolean no = words.size() == 1
                ? NOES.contains(words.getFirst())
                : BEGINS_A_NO.contains(words.getFirst()) && BESIDE_A_NO.containsAll(words);
        return no ? NO : NEITHER;
    }

    /// Whether a text begins with a yes, whatever comes of it: where a yes alarms, that is enough.
    static boolean beginsWithAYes(String written) {
        return YESES.contains(PlainWords.of(written).getFirst());
    }

    static boolean beginsWithANo(String written) {
        return !isAsked(written) && BEGINS_A_NO.contains(PlainWords.of(written).getFirst());
    }

    /// Whether somebody who asks, or is not sure, wrote it: a question mark alone is no answer at all.
    static boolean isAsked(String written) {
        return QUESTION_MARKS.matcher(written).find();
    }

    static String withoutDoubt(String written) {
        return QUESTION_MARKS.matcher(written).replaceAll("");
    }

    /// Whether a clinician has looked: also with who it was and when, where that is not still to come.
    ///
    /// @param by the day on which it is told, where that is known
    static PlainAnswer whetherAssessed(String written, @Nullable LocalDate by) {
        PlainAnswer plain = of(written);
        if (plain != NEITHER || isAsked(written)) {
            return plain;
        }
        List<String> words = PlainWords.of(BY_NAME.matcher(written).replaceAll("doctor"));
        boolean yes = YESES.contains(words.getFirst());
        String rest = String.join(" ", yes ? words.subList(1, words.size()) : words);
        boolean told = yes || BY_SOMEBODY.matcher(rest).matches();
        return told && BY_WHOM_AND_WHEN.matcher(rest).matches() && isPast(written, by) ? YES : NEITHER;
    }

    private static boolean isPast(String written, @Nullable LocalDate by) {
        if (by == null) {
            return true;
        }
        Matcher date = A_DATE.matcher(written);
        try {
            if (date.find()) {
                return !LocalDate.parse(date.group()).isAfter(by);
            }
        } catch (DateTimeException none) {
            return false;
        }
        return A_YEAR.matcher(written).results().allMatch(year -> Integer.parseInt(year.group()) <= by.getYear());
    }

    /// Whether a condition stays as it is.
    static PlainAnswer whetherStable(String written) {
        PlainAnswer plain = of(written);
        boolean stable = !isAsked(written)
                && STABLE.matcher(String.join(" ", PlainWords.of(written)).toLowerCase(Locale.ROOT))
                        .matches();
        return plain == NEITHER && stable ? YES : plain;
    }
}
