package care.sacrum.session.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;

/// Tells whether two bodies say the same: the order of keys, a null, and 4 or 4.0 make no difference. Nor does what
/// belongs to the upload: `sentAt`, which a device that sends a report again says anew, and `reportId`, which may
/// stand in the path alone or, in a batch, in the body alone.
final class Fingerprint {

    private static final double LARGEST_EXACT = 1L << 53;

    private static final Set<String> OF_THE_UPLOAD = Set.of("sentAt", "reportId");

    private Fingerprint() {}

    static byte[] of(JsonNode body) {
        var canonical = new StringBuilder(512);
        write(body, canonical, true);
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static void write(JsonNode node, StringBuilder to, boolean top) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node, to, top);
            case ARRAY -> {
                to.append('[');
                for (var item : node) {
                    write(item, to, false);
                    to.append(',');
                }
                to.append(']');
            }
            case NUMBER -> to.append(number(node));
            case STRING -> writeText(node.textValue(), to);
            default -> to.append(node.asText());
        }
    }

    private static void writeObject(JsonNode node, StringBuilder to, boolean top) {
        var names = new ArrayList<String>(node.size());
        for (var field : node.properties()) {
            if (!field.getValue().isNull() && !(top && OF_THE_UPLOAD.contains(field.getKey()))) {
                names.add(field.getKey());
            }
        }
        Collections.sort(names);
        to.append('{');
        for (var name : names) {
            writeText(name, to);
            to.append(':');
            write(node.path(name), to, false);
            to.append(',');
        }
        to.append('}');
    }

    /// With its length before it, so that no text can look like structure.
    private static void writeText(String text, StringBuilder to) {
        to.append('"').append(text.length()).append('"').append(text);
    }

    private static String number(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.bigIntegerValue().toString();
        }
        double value = node.doubleValue();
        boolean whole = value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
