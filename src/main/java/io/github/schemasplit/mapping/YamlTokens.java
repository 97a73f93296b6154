package io.github.schemasplit.mapping;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * The tokens of a YAML text, in which every scalar is text.
 *
 * <p>Jackson's own parser takes scalars for numbers, and fails on one that is too long or does not fit its tag. It forgets
 * the anchor of a scalar, the tag of a map's first key and the {@code !} of tags, and does not say whether a key is in
 * quotes or where a document begins. All that is in the events of SnakeYAML that it works on, so they are looked at here,
 * and nowhere else.
 */
final class YamlTokens extends YAMLParser {
    private JsonLocation documentStart = JsonLocation.NA;

    YamlTokens(String text, YamlContent content) {
        super(context(), 0, 0, limits(content), null, new StringReader(text));
    }

    private static IOContext context() {
        return new IOContext(
                StreamReadConstraints.defaults(),
                StreamWriteConstraints.defaults(),
                ErrorReportConfiguration.defaults(),
                new BufferRecycler(),
                ContentReference.unknown(),
                true);
    }

    /** The one limit that holds for tokens; how deep they are and what aliases stand for is up to {@link YamlTree}. */
    private static LoaderOptions limits(YamlContent content) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(content.maxBytes());
        return limits;
    }

    @Override
    protected Event getEvent() throws IOException {
        Event event = super.getEvent();
        if (event instanceof DocumentStartEvent) {
            documentStart = _locationFor(event.getStartMark());
        }
        return event;
    }

    @Override
    protected JsonToken _decodeScalar(ScalarEvent scalar) {
        _textValue = scalar.getValue();
        return JsonToken.VALUE_STRING;
    }

    /** Where the document of the current token begins. */
    JsonLocation documentStart() {
        return documentStart;
    }

    /** The anchor of the current token. */
    Optional<String> anchor() {
        return _lastEvent instanceof NodeEvent node ? Optional.ofNullable(node.getAnchor()) : Optional.empty();
    }

    /** The tag of the current token, in full. */
    Optional<String> tag() {
        if (_lastEvent instanceof ScalarEvent scalar) {
            return Optional.ofNullable(scalar.getTag());
        }
        return _lastEvent instanceof CollectionStartEvent start
                ? Optional.ofNullable(start.getTag())
                : Optional.empty();
    }

    /** Whether the current token is text without quotes. */
    boolean isPlain() {
        return _lastEvent instanceof ScalarEvent scalar && scalar.isPlain();
    }
}
