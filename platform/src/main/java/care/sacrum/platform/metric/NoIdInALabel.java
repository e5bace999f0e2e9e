package care.sacrum.platform.metric;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/// A request that is refused before it finds its resource, such as one too large, is counted by the path as it came:
/// with the patient's id in it, and as many series as there are ids.
class NoIdInALabel {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Produces
    @Singleton
    MeterFilter filter() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                var path = id.getTag("uri");
                return path == null || !ID.matcher(path).find()
                        ? id
                        : id.replaceTags(id.getTags().stream()
                                .map(tag -> tag.getKey().equals("uri")
                                        ? Tag.of("uri", ID.matcher(path).replaceAll("{id}"))
                                        : tag)
                                .toList());
            }
        };
    }
}
