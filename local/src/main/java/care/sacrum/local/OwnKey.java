package care.sacrum.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The key that seals the secrets of webhooks on this machine: made at the first start, beside the data that it
/// opens.
final class OwnKey {

    private static final int BYTES = 32;

    private OwnKey() {}

    static String in(Path data) {
        var file = data.resolve("webhooks.key");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The key in %s can not be read".formatted(file), e);
        }
    }

    /// Nobody but its owner reads it, where the file system knows owners.
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.writeString(file, HexFormat.of().formatHex(bytes));
    }
}
