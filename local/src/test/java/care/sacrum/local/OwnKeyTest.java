package care.sacrum.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnKeyTest {

    @TempDir
    Path directory;

    @Test
    void theKeyIsMadeOnceForTheDataAndIsItsOwnersAlone() throws IOException {
        var data = directory.resolve("data");

        var key = OwnKey.in(data);

        assertThat(key).hasSize(64).isEqualTo(OwnKey.in(data)).isNotEqualTo(OwnKey.in(directory.resolve("other")));
        assertThat(Files.getPosixFilePermissions(data.resolve("webhooks.key")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
