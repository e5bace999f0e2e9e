package care.sacrum.content.document;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/// The most that a range may reach: a slip of the finger must not become a hold of an hour.
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = AtMost.Check.class)
@interface AtMost {

    int value();

    String message() default "must not go beyond {value}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<AtMost, Range> {
        private int most;

        @Override
        public void initialize(AtMost bound) {
            most = bound.value();
        }

        @Override
        public boolean isValid(@Nullable Range range, ConstraintValidatorContext context) {
            return range == null || range.max() == null || range.max() <= most;
        }
    }
}
