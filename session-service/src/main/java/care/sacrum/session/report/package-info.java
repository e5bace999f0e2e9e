/// The one door for what patients report: sessions, check-ins and corrections, and their history by local day. A
/// report is read field by field; a bad field is set aside and named, the rest counts. It is stored together with
/// its event in one statement, and never changed. What a patient wrote in own words stays here.
@NullMarked
package care.sacrum.session.report;

import org.jspecify.annotations.NullMarked;
