package care.sacrum.local.backing;

import care.sacrum.local.backing.SharedBacking.Fault;

/// Takes PostgreSQL or Kafka away from the services under test, and gives them back with the same data on the same
/// port.
public final class Faults {

    private Faults() {}

    /// Runs `work` while Kafka is down; Kafka answers again when this returns, whatever `work` did.
    public static void withoutKafka(Runnable work) {
        stopKafka();
        try {
            work.run();
        } finally {
            startKafka();
        }
    }

    /// Runs `work` while PostgreSQL is down; PostgreSQL answers again when this returns, whatever `work` did.
    public static void withoutPostgres(Runnable work) {
        stopPostgres();
        try {
            work.run();
        } finally {
            startPostgres();
        }
    }

    public static void stopKafka() {
        SharedBacking.tell(Fault.STOP_KAFKA);
    }

    public static void startKafka() {
        SharedBacking.tell(Fault.START_KAFKA);
    }

    public static void stopPostgres() {
        SharedBacking.tell(Fault.STOP_POSTGRES);
    }

    public static void startPostgres() {
        SharedBacking.tell(Fault.START_POSTGRES);
    }
}
