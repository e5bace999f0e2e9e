package care.sacrum.content.document;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every code, alone, of a list or of a map's keys, is a word of one of these vocabularies, and comes once.
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {Known.InList.class, Known.InKeys.class, Known.Word.class})
@interface Known {

    Vocabulary[] value();

    String message() default "holds a code that is not known, or one twice";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class InList implements ConstraintValidator<Known, List<String>> {
        private List<Vocabulary> vocabularies = List.of();

        @Override
        public void initialize(Known known) {
            vocabularies = List.of(known.value());
        }

        @Override
        public boolean isValid(@Nullable List<String> codes, ConstraintValidatorContext context) {
            return codes == null
                    || Vocabulary.allKnown(codes, vocabularies)
                            && codes.stream().distinct().count() == codes.size();
        }
    }

    class InKeys implements ConstraintValidator<Known, Map<String, String>> {
        private List<Vocabulary> vocabularies = List.of();

        @Override
        public void initialize(Known known) {
            vocabularies = List.of(known.value());
        }

        @Override
        public boolean isValid(@Nullable Map<String, String> byCode, ConstraintValidatorContext context) {
            return byCode == null || Vocabulary.allKnown(byCode.keySet(), vocabularies);
        }
    }

    class Word implements ConstraintValidator<Known, String> {
        private List<Vocabulary> vocabularies = List.of();

        @Override
        public void initialize(Known known) {
            vocabularies = List.of(known.value());
        }

        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            return code == null || Vocabulary.allKnown(List.of(code), vocabularies);
        }
    }
}
