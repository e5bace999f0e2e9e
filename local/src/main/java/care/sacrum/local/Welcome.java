package care.sacrum.local;

import care.sacrum.local.backing.DemoIdentities;

/// What a person reads when the suite is up: where it is, how to sign in, and one request that works as it stands.
final class Welcome {

    private Welcome() {}

    static String to(RunningSuite suite, SuiteOptions options) {
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
        var signIn = options.issuer() == null ? demo(suite) : """

                Tokens are those of %s:
                audience "sacrum", claims "roles" (array) and, for staff, "practice".
                """.formatted(suite.issuerUrl());
        return places + signIn + """

                Ctrl-C, or ./suite stop elsewhere, stops everything and keeps the data.""";
    }

    private static String demo(RunningSuite suite) {
        return """

                Demo only: the issuer at %1$s signs for anyone. No real patient's data here.
                People: demo-clinician, demo-lead, demo-editor, demo-operator, demo-integrator, demo-patient-1 and so on.
                Sign in and see who needs you now:

                TOKEN=$(curl -s -d grant_type=client_credentials -d client_id=%2$s -d client_secret=%3$s \\
                  %1$s/token | sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p')
                curl -s -H "Authorization: Bearer $TOKEN" %4$s/practices/%5$s/worklist
                """.formatted(
                        suite.issuerUrl(),
                        DemoIdentities.CLINICIAN,
                        DemoIdentities.SECRET,
                        suite.service(ServiceName.TRIAGE).url(),
                        DemoIdentities.PRACTICE);
    }
}
