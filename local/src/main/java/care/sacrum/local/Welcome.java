package care.sacrum.local;

import care.sacrum.local.backing.DemoIdentities;
import care.sacrum.local.demo.DemoPractice.Fed;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a person reads when the suite is up: where it is, how to sign in, and one request that works as it stands.
final class Welcome {

    /// The demo patient with a bowel sign since this morning.
    private static final int WELL_WORTH_READING = 8;

    private Welcome() {}

    /// @param fed the demo practice, where it was fed
    static String to(RunningSuite suite, SuiteOptions options, Optional<Fed> fed) {
        var places = """

                content-service   %s
                session-service   %s
                triage-service    %s
                  each with /q/openapi, /q/health and /q/metrics; logs in %s
                """.formatted(
                        suite.service(ServiceName.CONTENT).url(),
                        suite.service(ServiceName.SESSION).url(),
                        suite.service(ServiceName.TRIAGE).url(),
                        options.data().resolve("logs"));
        var signIn = options.issuer() == null
                ? demo(suite) + fed.map(Welcome::worthALook).orElse("")
                : """

                Tokens are those of %s:
                audience "sacrum", claims "roles" (array) and, for staff, "practice".
                """.formatted(suite.issuerUrl());
        return places + signIn + """

                Ctrl-C, or %s elsewhere, stops everything and keeps the data.""".formatted(stopCommand(options));
    }

    /// The command that stops this suite: it names the data, unless they lie where `./suite stop` looks by itself.
    static String stopCommand(SuiteOptions options) {
        if (options.data().equals(options.home().resolve(".sacrum"))) {
            return "./suite stop";
        }
        var data = options.data().toString();
        return "./suite stop --data "
                + (data.matches("[A-Za-z0-9_./-]+") ? data : "'" + data.replace("'", "'\\''") + "'");
    }

    private static String demo(RunningSuite suite) {
        return """

                Demo only: the issuer at %1$s signs for whoever gives one of these names. No real patient's data here.
                People: demo-clinician, demo-lead, demo-practice-editor, demo-integrator, demo-patient-1 to -24;
                demo-editor (what is everybody's) and demo-operator; in a second practice, in the United States,
                demo-us-clinician, demo-us-lead, demo-patient-25 and -26.
                Sign in, see who needs you now, and read what a patient is told:

                token() { curl -s -d grant_type=client_credentials -d client_id=$1 -d client_secret=%2$s \\
                  %1$s/token | sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p'; }
                curl -s -H "Authorization: Bearer $(token %3$s)" %4$s/worklist
                curl -s -H "Authorization: Bearer $(token %5$s)" %4$s/patients/%6$s/advice
                """.formatted(
                        suite.issuerUrl(),
                        DemoIdentities.SECRET,
                        DemoIdentities.CLINICIAN,
                        suite.service(ServiceName.TRIAGE).url() + "/practices/" + DemoIdentities.PRACTICE,
                        DemoIdentities.patient(WELL_WORTH_READING),
                        DemoIdentities.patientId(WELL_WORTH_READING));
    }

    private static String worthALook(Fed fed) {
        var worklist = fed.worklist().stream()
                .map(patient -> "  %-15s  %2d %-16s %s"
                        .formatted(patient.urgency(), patient.number(), patient.name(), patient.reason()))
                .collect(Collectors.joining("\n"));
        var others = fed.others().stream()
                .map(patient -> "  %2d %-16s %s".formatted(patient.number(), patient.name(), patient.about()))
                .collect(Collectors.joining("\n"));
        return """

                On the demo practice's worklist now (demo-patient-n may sign in and read the advice):
                %1$s
                And not on it; the story of each, as the demo told it:
                %2$s
                Who goes quiet, and whose plan has lapsed, is told from Monday to Friday, 8:30 to 17:30 in London.
                What to look at first, with the commands: README.md
                """.formatted(worklist, others);
    }
}
