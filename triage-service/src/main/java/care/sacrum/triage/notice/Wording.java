package care.sacrum.triage.notice;

/// What an e-mail says: that something waits, how soon it wants somebody, and where. Nothing clinical, and of nobody.
record Wording(String subject, String body) {

    static Wording of(Letter letter, String worklistUrl) {
        var link = worklistUrl.replace("{practice}", letter.to().practice().toString());
        boolean now = letter.level().equals("emergency_now");
        if (letter.occasion().equals(Notices.ESCALATED)) {
            return new Wording(
                    "Nobody has taken on something that needs your practice",
                    "Something on your practice's worklist is past its time, and nobody has taken it on. Please see to it"
                            + (now ? " now" : "") + ".\n\n" + link + "\n");
        }
        return new Wording(
                now ? "Something needs you now" : "Something needs you today",
                "Something on your practice's worklist needs you " + (now ? "now" : "today") + ".\n\n" + link + "\n");
    }
}
