package care.sacrum.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// Stands in for a packaged service where a test is about processes, not about services: it says that it is ready and
/// ends when its standard input does. Packaged where the launcher looks for the real one.
final class StandIn {

    private StandIn() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getProperty("kafka.bootstrap.servers") == null) {
            throw new IllegalStateException("nobody said where Kafka is");
        }
        var port = Integer.getInteger("quarkus.http.port");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        while (System.in.read() >= 0) {
            // Nobody writes.
        }
        System.exit(0);
    }

    static void packagedFor(Path home, ServiceName... services) throws IOException {
        for (var service : services) {
            write(service.packaged(home), StandIn.class.getName());
        }
    }

    /// One that can not even begin.
    static void brokenFor(Path home, ServiceName service) throws IOException {
        write(service.packaged(home), "care.sacrum.NotThere");
    }

    private static void write(Path jar, String main) throws IOException {
        Files.createDirectories(jar.getParent());
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main);
        var name = StandIn.class.getName().replace('.', '/') + ".class";
        try (var packed = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var compiled = StandIn.class.getClassLoader().getResourceAsStream(name)) {
            packed.putNextEntry(new JarEntry(name));
            compiled.transferTo(packed);
            packed.closeEntry();
        }
    }
}
