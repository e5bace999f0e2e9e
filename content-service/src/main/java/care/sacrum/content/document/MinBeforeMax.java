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

/// The least of a range is not more than its most.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = MinBeforeMax.Check.class)
@interface MinBeforeMax {

    String message() default "must not be less than min";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// What is missing is another constraint's word.
    class Check implements ConstraintValidator<MinBeforeMax, Range> {
        @Override
        public boolean isValid(@Nullable Range range, ConstraintValidatorContext context) {
            if (range == null || range.min() == null || range.max() == null || range.min() <= range.max()) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("max")
                    .addConstraintViolation();
            return false;
        }
    }
}
