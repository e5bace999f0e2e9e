package care.sacrum.triage.rules;

import java.util.AbstractList;
import java.util.List;

/// What one report tells of symptoms, in its order. Every evaluation asks it anew which are there and which are denied;
/// it is told apart once, when the report is read.
public final class Symptoms extends AbstractList<Symptom> {
    static final Symptoms NONE = new Symptoms(List.of());

    /// The symptoms that are there.
    final List<Symptom> present;
    /// The symptoms that are denied.
    final List<Symptom> denied;
    /// The codes of those denied.
    final long deniedCodes;

    private final List<Symptom> all;

    private Symptoms(List<Symptom> all) {
        this.all = all;
        present = thoseThatAre(Status.PRESENT);
        denied = thoseThatAre(Status.DENIED);
        deniedCodes = codes(denied);
    }

    static Symptoms of(List<Symptom> said) {
        return said instanceof Symptoms same ? same : new Symptoms(List.copyOf(said));
    }

    static long codes(List<Symptom> symptoms) {
        long codes = 0;
        for (Symptom symptom : symptoms) {
            codes |= symptom.code().bit();
        }
        return codes;
    }

    private List<Symptom> thoseThatAre(Status status) {
        List<Symptom> those =
                all.stream().filter(symptom -> symptom.status() == status).toList();
        // Most reports tell of one kind only, and keep no second list of it.
        return those.size() == all.size() ? all : List.copyOf(those);
    }

    @Override
    public Symptom get(int place) {
        return all.get(place);
    }

    @Override
    public int size() {
        return all.size();
    }
}
