package care.sacrum.triage.rules;

/// Where a report's pain scores belong.
public enum PainRegion implements Word {
    SACRUM,
    SACROILIAC_LEFT,
    SACROILIAC_RIGHT,
    SACROILIAC_BOTH,
    LOW_BACK,
    BUTTOCK,
    PELVIS
}
