package care.sacrum.triage.notice;

/// What an e-mail says: that something waits, how soon it wants somebody, and where. Nothing clinical, and of
/// nobody. The Spanish has not been reviewed by a speaker.
record Wording(String subject, String body) {

    /// @param language as an address has it; English where it is none of ours
    static Wording of(Letter letter, String worklistUrl, String language) {
        var link = worklistUrl.replace("{practice}", letter.to().practice().toString());
        boolean now = letter.level().equals("emergency_now");
        boolean escalated = letter.occasion().equals(Notices.ESCALATED);
        return switch (language) {
            case "es" -> escalated ? nobodyInSpanish(now, link) : inSpanish(now, link);
            default -> escalated ? nobodyInEnglish(now, link) : inEnglish(now, link);
        };
    }

    private static Wording inEnglish(boolean now, String link) {
        return new Wording(
                now ? "Something needs you now" : "Something needs you today",
                "Something on your practice's worklist needs you " + (now ? "now" : "today") + ".\n\n" + link + "\n");
    }

    private static Wording nobodyInEnglish(boolean now, String link) {
        return new Wording(
                "Nobody has taken on something that needs your practice",
                "Something on your practice's worklist is past its time, and nobody has taken it on. Please see to it"
                        + (now ? " now" : "") + ".\n\n" + link + "\n");
    }

    private static Wording inSpanish(boolean now, String link) {
        return new Wording(
                now ? "Algo te necesita ahora" : "Algo te necesita hoy",
                "Algo en la lista de trabajo de tu consulta te necesita " + (now ? "ahora" : "hoy") + ".\n\n" + link
                        + "\n");
    }

    private static Wording nobodyInSpanish(boolean now, String link) {
        return new Wording(
                "Nadie se ocupa de algo que necesita a tu consulta",
                "Algo en la lista de trabajo de tu consulta ha pasado su plazo y nadie se ocupa de ello. Por favor,"
                        + " atiéndelo" + (now ? " ahora" : "") + ".\n\n" + link + "\n");
    }
}
