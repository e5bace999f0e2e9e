package care.sacrum.session.silence;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The days that adherence keeps a rolling figure of.
@Constraint(validatedBy = SevenOrThirty.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface SevenOrThirty {

    String message() default "must be 7 or 30";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// For the validator.
    final class Check implements ConstraintValidator<SevenOrThirty, Integer> {

        private static final Set<Integer> WINDOWS = Set.of(7, 30);

        @Override
        public boolean isValid(@Nullable Integer days, ConstraintValidatorContext context) {
            return days == null || WINDOWS.contains(days);
        }
    }
}
