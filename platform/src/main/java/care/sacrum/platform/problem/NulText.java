package care.sacrum.platform.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A text with the character U+0000 in it, which PostgreSQL keeps in no text: it is refused by the name of its field.
final class NulText extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    static final String REFUSED = "must not hold the character U+0000";

    NulText() {
        super(String.class);
    }

    static boolean isIn(@Nullable Object text) {
        return text instanceof String string && string.indexOf('\0') >= 0;
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = StringDeserializer.instance.deserialize(parser, context);
        return isIn(text) ? (String) context.handleWeirdStringValue(String.class, text, REFUSED) : text;
    }
}
