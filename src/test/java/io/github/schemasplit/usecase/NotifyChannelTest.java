package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.schemasplit.notice.Notice;
import io.github.schemasplit.notice.NoticeKind;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotifyChannelTest {
    private static Notice notice(String text, List<String> schemas) {
        return new Notice(
                NoticeKind.FAILURE,
                "migrate",
                "database \"" + "\uD83D\uDE00".repeat(31) + "\" on localhost:5432",
                Instant.EPOCH,
                text,
                Optional.of(new Notice.Scope(schemas, 1, 2, 3, 4)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(text));
    }

    @Test
    void aPayloadFitsWhateverTheNoticeHoldsAndIsOfEveryEncoding() throws IOException {
        String small = NotifyChannel.payload(notice("Ω", List.of("a\"b")));
        assertThat(small).isEqualTo(small.replaceAll("[^\\x20-\\x7E]", ""));
        assertThat(new ObjectMapper().readTree(small).get("text").asText()).isEqualTo("Ω");
        String payload = NotifyChannel.payload(
                notice("\uD83D\uDE00".repeat(10_000), Collections.nCopies(1_000, "a schema of a long name")));
        assertThat(payload.length()).isLessThan(8_000);
        JsonNode json = new ObjectMapper().readTree(payload);
        assertThat(json.get("failure").asText()).endsWith("…").hasSizeGreaterThan(200);
        assertThat(json.get("statements").asInt()).isEqualTo(4);
    }
}
