package care.sacrum.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongTypeTest {

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    enum Colour {
        @JsonProperty("red")
        RED,
        @JsonProperty("green")
        GREEN
    }

    record Inner(String name) {}

    record Body(
            LocalDate day,
            Instant at,
            UUID id,
            int count,
            boolean on,
            Colour colour,
            List<Colour> colours,
            Inner inner) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"day": "27/11/2026"}    | must be a date such as 2026-02-05
            {"at": "yesterday"}      | must be a time with its offset such as 2026-02-05T18:00:00Z
            {"id": "7"}              | must be a UUID
            {"count": "many"}        | must be a whole number
            {"count": 1000000000000} | is a larger number than can be meant here
            {"on": "perhaps"}        | must be true or false
            {"colour": "blue"}       | must be one of red, green
            {"colours": ["Mon"]}     | must be one of red, green
            {"colours": 7}           | must be a list
            {"inner": 7}             | must be an object; see /q/openapi
            {"more": 7}              | is not known here; see /q/openapi
            """)
    void whatToWriteInsteadIsSaid(String body, String remedy) {
        var refused = catchThrowableOfType(JsonProcessingException.class, () -> json.readValue(body, Body.class));

        assertThat(WrongType.remedy(refused)).isEqualTo(remedy);
    }
}
