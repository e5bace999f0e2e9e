package care.sacrum.session.advice;

import java.util.Locale;

/// What this service tells patients by itself, while triage tells nothing. Spanish has not been reviewed by a
/// speaker.
enum OwnWords {
    ENGLISH(
            "en",
            "If this is new or worse, go to the emergency department now. Do not wait for a booked visit, and do not"
                    + " exercise.",
            "In an emergency call %s.",
            "Your clinic is closed now. Nobody there reads this until it opens. If you need help before that, do not wait"
                    + " for us. Call %s in an emergency."),
    SPANISH(
            "es",
            "Si esto es nuevo o está peor, ve a urgencias ahora. No esperes a una cita y no hagas ejercicios.",
            "En una urgencia llama al %s.",
            "Tu clínica está cerrada. Nadie lee esto hasta que abra. Si te hace falta ayuda antes, no nos esperes. En una"
                    + " urgencia llama al %s.");

    private final String code;
    private final String redFlag;
    private final String whomToCall;
    private final String nobodyWatches;

    OwnWords(String code, String redFlag, String whomToCall, String nobodyWatches) {
        this.code = code;
        this.redFlag = redFlag;
        this.whomToCall = whomToCall;
        this.nobodyWatches = nobodyWatches;
    }

    /// @param tag a language as BCP 47 writes it; English where it is none of ours
    static OwnWords in(String tag) {
        var language = Locale.forLanguageTag(tag).getLanguage();
        for (var each : values()) {
            if (each.code.equals(language)) {
                return each;
            }
        }
        return ENGLISH;
    }

    /// Of a sign that cannot wait and of which no content has come yet.
    String redFlag() {
        return redFlag;
    }

    String whomToCall(String emergencyNumber) {
        return whomToCall.formatted(emergencyNumber);
    }

    /// Out of the practice's hours.
    String nobodyWatches(String emergencyNumber) {
        return nobodyWatches.formatted(emergencyNumber);
    }
}
