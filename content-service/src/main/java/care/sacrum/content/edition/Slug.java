package care.sacrum.content.edition;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A name that may stand in an address, as the database holds it to.
@Size(max = 80)
@Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "must be words of small letters and digits, joined by hyphens")
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@interface Slug {

    String message() default "is no slug";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
