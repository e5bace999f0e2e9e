package care.sacrum.triage.cases;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// `./suite case FILE...`: what the rules say of case files, for whoever writes them. No service, no database; the same
/// engine as live.
public final class CaseCommand {
    /// All cases are answered as they expect.
    static final int AS_EXPECTED = 0;
    /// A case is answered otherwise than it expects.
    static final int DIFFERS = 1;
    /// A file cannot be read.
    static final int UNREADABLE = 2;

    /// Stricter than the service, because a field written twice or a word after the end is a slip of the writer.
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final PrintStream out;

    CaseCommand(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] files) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new CaseCommand(out)
                .answer(List.of(files).stream().map(Path::of).toList()));
    }

    /// Answers each file, and says how it ended: the worst of them.
    int answer(List<Path> files) {
        int ended = AS_EXPECTED;
        for (Path file : files) {
            ended = Math.max(ended, answer(file));
            out.println();
        }
        return ended;
    }

    private int answer(Path file) {
        String text;
        try {
            // Some editors write a mark of the order of bytes before the text.
            text = Files.readString(file).replaceFirst("^\\uFEFF", "");
        } catch (NoSuchFileException e) {
            return unreadable(file, "there is no such file");
        } catch (CharacterCodingException e) {
            return unreadable(file, "is not written in UTF-8");
        } catch (IOException e) {
            return unreadable(file, "cannot be read");
        }
        JsonNode document;
        try {
            document = JSON.readTree(text);
        } catch (JsonProcessingException fault) {
            return unreadable(file, place(text, fault));
        }
        return switch (CaseReader.read(document)) {
            case Reading.Read(Case course) -> answer(file, document, course.answer());
            case Reading.Refused(var refusals) -> {
                for (Reading.Refusal refusal : refusals) {
                    unreadable(file, (refusal.field().isEmpty() ? "it" : refusal.field()) + " " + refusal.why());
                }
                yield UNREADABLE;
            }
        };
    }

    private int answer(Path file, JsonNode document, Answer answer) {
        String title = document.path("title").asText();
        out.print(Opinion.of(file + (title.isEmpty() ? "" : ": " + title), answer));
        out.println();
        if (!document.has("expect")) {
            out.println("The case expects nothing.");
            return AS_EXPECTED;
        }
        List<String> differences = new Expected(document.get("expect")).differences(answer);
        if (differences.isEmpty()) {
            out.println("As the case expects.");
            return AS_EXPECTED;
        }
        out.println("NOT as the case expects:");
        differences.forEach(difference -> out.println("  - " + difference));
        return DIFFERS;
    }

    private int unreadable(Path file, String why) {
        out.println(file + ": " + why);
        return UNREADABLE;
    }

    /// Where the JSON breaks off, with the line itself and a mark under the place.
    private static String place(String text, JsonProcessingException fault) {
        JsonLocation at = fault.getLocation();
        // Without what the parser knows of its source, which is no help to a writer.
        String what = fault.getOriginalMessage().split(" \\(for | \\[Source", 2)[0];
        if (at == null || at.getLineNr() < 1) {
            return "is not JSON: " + what;
        }
        String line = text.lines().skip(at.getLineNr() - 1L).findFirst().orElse("");
        int column = Math.max(1, Math.min(at.getColumnNr(), line.length() + 1));
        return "is not JSON at line %d, column %d: %s%n    %s%n    %s^"
                .formatted(at.getLineNr(), at.getColumnNr(), what, line.replace('\t', ' '), " ".repeat(column - 1));
    }
}
