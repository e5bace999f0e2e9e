package care.sacrum.local;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `./suite run` was asked for.
///
/// @param issuer whom to trust instead of the demo's issuer
/// @param demo whether the demo practice is fed
record SuiteOptions(
        Path home, Path data, boolean fresh, @Nullable URI issuer, boolean demo) {

    /// The words after `./suite run`, or what is wrong with them.
    static Parsed parse(Path home, List<String> words) {
        var data = home.resolve(".sacrum");
        var fresh = false;
        URI issuer = null;
        var demo = true;
        var left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            var word = left.removeFirst();
            switch (word) {
                case "--fresh" -> fresh = true;
                case "--no-demo" -> demo = false;
                case "--data", "--issuer" -> {
                    var value = left.pollFirst();
                    if (value == null || value.isBlank() || value.startsWith("--")) {
                        return new Refused(word + " needs a value");
                    }
                    if (word.equals("--data")) {
                        data = Path.of(value).toAbsolutePath().normalize();
                    } else {
                        issuer = http(value);
                        if (issuer == null) {
                            return new Refused(
                                    "--issuer needs an address that begins with http:// or https://, not " + value);
                        }
                    }
                }
                default -> {
                    return new Refused("There is no option " + word);
                }
            }
        }
        if (!demo && issuer == null) {
            return new Refused(
                    "--no-demo leaves out the demo's issuer of tokens, which signs for whoever gives a name of the"
                            + " demo: name a real one with --issuer URL");
        }
        // The demo's people sign in at the demo's issuer: with a real one they are strangers.
        return new Asked(new SuiteOptions(home, data, fresh, issuer, demo && issuer == null));
    }

    private static @Nullable URI http(String value) {
        try {
            var address = new URI(value);
            var isHttp = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return isHttp && address.getHost() != null ? address : null;
        } catch (URISyntaxException _) {
            return null;
        }
    }

    sealed interface Parsed {}

    record Asked(SuiteOptions options) implements Parsed {}

    record Refused(String why) implements Parsed {}
}
