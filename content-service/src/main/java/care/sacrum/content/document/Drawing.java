package care.sacrum.content.document;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.io.StringReader;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// An SVG that may stand in a patient's page: shapes and their looks, and nothing else. What is not known to be
/// harmless
/// is refused, so that nobody has to know every way in which an SVG can run a script or fetch from elsewhere.
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Drawing.Check.class)
@interface Drawing {

    String message() default
            "must be an SVG of at most 20000 letters with a viewBox, that holds only shapes: no script, "
                    + "style, text, link, reference or comment";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<Drawing, String> {

        private static final int LONGEST = 20_000;
        private static final int DEEPEST = 10;
        private static final String SVG = "http://www.w3.org/2000/svg";
        private static final Set<String> SHAPES =
                Set.of("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon");
        private static final Set<String> LOOKS = Set.of(
                "viewBox",
                "width",
                "height",
                "x",
                "y",
                "x1",
                "y1",
                "x2",
                "y2",
                "cx",
                "cy",
                "r",
                "rx",
                "ry",
                "d",
                "points",
                "transform",
                "fill",
                "fill-opacity",
                "fill-rule",
                "stroke",
                "stroke-width",
                "stroke-linecap",
                "stroke-linejoin",
                "stroke-dasharray",
                "stroke-opacity",
                "opacity");

        /// Numbers, colours, path letters and the names of transformations; no colon, so no address, and no url().
        private static final Pattern HARMLESS = Pattern.compile("(?is)(?!.*url)[-+.,#%()a-zA-Z0-9\\s]*");

        @Override
        public boolean isValid(@Nullable String svg, ConstraintValidatorContext context) {
            return svg == null || svg.length() <= LONGEST && harmless(svg);
        }

        private static boolean harmless(String svg) {
            var factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            try {
                var reader = factory.createXMLStreamReader(new StringReader(svg));
                try {
                    return harmless(reader);
                } finally {
                    reader.close();
                }
            } catch (XMLStreamException notXml) {
                return false;
            }
        }

        private static boolean harmless(XMLStreamReader reader) throws XMLStreamException {
            int depth = 0;
            boolean known = true;
            while (known && reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        known = depth < DEEPEST && isShape(reader) && (depth == 0) == isRoot(reader);
                        depth++;
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> known = reader.isWhiteSpace();
                    case XMLStreamConstants.END_DOCUMENT -> known = true;
                    default -> known = false;
                }
            }
            return known;
        }

        private static boolean isRoot(XMLStreamReader reader) {
            return reader.getLocalName().equals("svg") && reader.getAttributeValue(null, "viewBox") != null;
        }

        private static boolean isShape(XMLStreamReader reader) {
            if (!SVG.equals(reader.getNamespaceURI())
                    || !SHAPES.contains(reader.getLocalName())
                    || reader.getNamespaceCount() > 1) {
                return false;
            }
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                if (reader.getAttributeNamespace(i) != null
                                && !reader.getAttributeNamespace(i).isEmpty()
                        || !LOOKS.contains(reader.getAttributeLocalName(i))
                        || !HARMLESS.matcher(reader.getAttributeValue(i)).matches()) {
                    return false;
                }
            }
            return true;
        }
    }
}
