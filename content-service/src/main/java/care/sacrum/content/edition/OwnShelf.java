package care.sacrum.content.edition;

import care.sacrum.content.document.Document;
import care.sacrum.content.document.Kind;
import care.sacrum.platform.identity.Role;
import care.sacrum.platform.problem.Problem;
import java.util.UUID;

/// What is one practice's own: its staff and its patients read it, and its editors write it. To everybody else it is
/// not
/// there.
abstract class OwnShelf<D extends Document> extends Shelf<D> {

    private final Books books;

    OwnShelf(Kind kind, Class<D> shape, Books books) {
        super(kind, shape, books);
        this.books = books;
    }

    @Override
    Owner owner() {
        var caller = books.caller();
        var whose = id();
        boolean own = caller.practice().filter(whose::equals).isPresent()
                || caller.is(Role.PATIENT) && books.readers().isTreatedAt(whose, caller.subject());
        if (!own) {
            throw Problem.notFound("practice", whose).refused();
        }
        return new Owner(whose);
    }

    @Override
    Owner editable() {
        var whose = id();
        if (books.caller().practice().filter(whose::equals).isEmpty()) {
            throw Problem.notFound("practice", whose).refused();
        }
        return new Owner(whose);
    }

    /// Shelves of both kinds share their methods, so it is read off the address.
    private UUID id() {
        var practice = books.uri().getPathParameters().getFirst("practice");
        try {
            var id = UUID.fromString(practice);
            if (id.toString().equalsIgnoreCase(practice) && !id.equals(Owner.EVERYBODY.practice())) {
                return id;
            }
        } catch (IllegalArgumentException notAUuid) {
            // Refused below.
        }
        throw Problem.unprocessable("practice", "is not a UUID such as 5ac20000-0000-4000-8000-000000000001")
                .refused();
    }
}
