package care.sacrum.content.edition;

import care.sacrum.content.document.Document;
import care.sacrum.content.document.Kind;
import care.sacrum.platform.problem.Problem;
import java.util.List;

/// What is everybody's: whoever is signed in reads it, and editors of no practice write it.
abstract class CommonShelf<D extends Document> extends Shelf<D> {

    private final Books books;

    CommonShelf(Kind kind, Class<D> shape, Books books) {
        super(kind, shape, books);
        this.books = books;
    }

    @Override
    Owner owner() {
        return Owner.EVERYBODY;
    }

    @Override
    Owner editable() {
        if (books.caller().practice().isPresent()) {
            throw new Problem(
                            "/problems/forbidden",
                            "Your role does not allow this",
                            403,
                            "An editor of a practice writes that practice's own content, at /practices/{practice}/ and this"
                                    + " address. What is common to all is for editors whose token names no practice.",
                            List.of())
                    .refused();
        }
        return Owner.EVERYBODY;
    }
}
