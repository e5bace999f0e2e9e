package care.sacrum.local;

import care.sacrum.local.backing.BackingOptions;
import care.sacrum.local.backing.FreePort;
import care.sacrum.local.backing.Issuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where each part of the suite listens, always on the loopback address.
record Ports(int content, int session, int triage, int issuer, int postgres, int kafka, int controller) {

    /// Those that the documentation names and `./suite run` takes.
    static Ports published() {
        return new Ports(
                8081,
                8082,
                8083,
                Issuer.PORT,
                BackingOptions.POSTGRES_PORT,
                BackingOptions.KAFKA_PORT,
                BackingOptions.CONTROLLER_PORT);
    }

    static Ports free() {
        return new Ports(
                FreePort.any(),
                FreePort.any(),
                FreePort.any(),
                FreePort.any(),
                FreePort.any(),
                FreePort.any(),
                FreePort.any());
    }

    int of(ServiceName service) {
        return switch (service) {
            case CONTENT -> content;
            case SESSION -> session;
            case TRIAGE -> triage;
        };
    }

    /// Those on which somebody else listens, with what we would want them for.
    Map<Integer, String> taken(boolean withIssuer) {
        var wanted = new LinkedHashMap<Integer, String>();
        wanted.put(content, "content-service");
        wanted.put(session, "session-service");
        wanted.put(triage, "triage-service");
        if (withIssuer) {
            wanted.put(issuer, "the demo's issuer of tokens");
        }
        wanted.put(postgres, "PostgreSQL");
        wanted.put(kafka, "Kafka");
        wanted.put(controller, "Kafka's controller");
        wanted.keySet().removeIf(Ports::isFree);
        return wanted;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
