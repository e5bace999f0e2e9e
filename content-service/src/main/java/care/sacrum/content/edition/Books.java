package care.sacrum.content.edition;

import care.sacrum.platform.identity.Caller;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;

/// What every shelf works with.
@Singleton
class Books {

    private final Editions editions;
    private final Pieces pieces;
    private final Library library;
    private final Desk desk;
    private final Readers readers;
    private final Caller caller;
    private final UriInfo uri;

    Books(Editions editions, Pieces pieces, Library library, Desk desk, Readers readers, Caller caller, UriInfo uri) {
        this.editions = editions;
        this.pieces = pieces;
        this.library = library;
        this.desk = desk;
        this.readers = readers;
        this.caller = caller;
        this.uri = uri;
    }

    Editions editions() {
        return editions;
    }

    Pieces pieces() {
        return pieces;
    }

    Library library() {
        return library;
    }

    Desk desk() {
        return desk;
    }

    Readers readers() {
        return readers;
    }

    Caller caller() {
        return caller;
    }

    /// The address of the request under way.
    UriInfo uri() {
        return uri;
    }
}
