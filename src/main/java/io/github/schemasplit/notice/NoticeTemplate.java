package io.github.schemasplit.notice;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body that a webhook gets: JSON in which <code>{{name}}</code> stands for a member of the notice, <code>{{notice}}</code> for all of
 * it, and <code>{{slackText}}</code> for its text as Slack wants it.
 */
public final class NoticeTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final String WHOLE = "notice";
    private static final String SLACK_TEXT = "slackText";

    /** What Slack, Mattermost and whoever else takes Slack's messages understand. */
    public static final NoticeTemplate SLACK = new NoticeTemplate("{\"text\":\"{{" + SLACK_TEXT + "}}\"}");

    /** Has all that a notice can have, and is no real one. */
    private static final Notice SAMPLE = new Notice(
            NoticeKind.FAILURE,
            "migrate",
            "shop",
            Instant.EPOCH,
            "a text",
            Optional.of(new Notice.Scope(List.of("shop"), 1, 1, 0, 1)),
            Optional.of(new Notice.Effort(Duration.ZERO, Optional.of(Duration.ZERO), 1, 1, new UUID(0, 0))),
            Optional.of(Duration.ZERO),
            Optional.of("a text"));

    /** Has as little as a notice can have. */
    private static final Notice BARE = new Notice(
            NoticeKind.FAILURE,
            "migrate",
            "shop",
            Instant.EPOCH,
            "a text",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final String text;

    private NoticeTemplate(String text) {
        this.text = text;
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException when it names what no notice has, or is no JSON; the message says so, as a clause
     */
    public static NoticeTemplate parse(String text) {
        Map<String, Object> known = NoticeJson.members(SAMPLE);
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            String name = place.group(1);
            TreeSet<String> names = new TreeSet<>(known.keySet());
            names.add(WHOLE);
            names.add(SLACK_TEXT);
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "names {{" + name + "}}; what there is: " + String.join(", ", names));
            }
            boolean hasQuotesItself = name.equals(WHOLE) || known.get(name) instanceof List;
            if (hasQuotesItself && isInQuotes(text, place.start())) {
                throw new IllegalArgumentException("has {{" + name + "}} in quotes, which stands for "
                        + (name.equals(WHOLE) ? "an object" : "a list") + " with quotes in it: write it without, as \""
                        + name + "\": {{" + name + "}}");
            }
        }
        NoticeTemplate template = new NoticeTemplate(text);
        requireJson(template.body(SAMPLE));
        requireJson(template.body(BARE));
        return template;
    }

    /** Whether a place in a template is in a text of its JSON. */
    private static boolean isInQuotes(String text, int place) {
        boolean inside = false;
        for (int i = 0; i < place; i++) {
            if (inside && text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                inside = !inside;
            }
        }
        return inside;
    }

    private static void requireJson(String body) {
        try (JsonParser json = new JsonFactory().createParser(body)) {
            if (json.nextToken() == null) {
                throw new IllegalArgumentException("is empty");
            }
            json.skipChildren();
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("is more than one JSON value when it is filled in; a body is one");
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "is no JSON when it is filled in; texts want quotes around their place, numbers and lists none", e);
        }
    }

    /** The body for a notice. A text that it has not is empty, a number or a list that it has not is {@code null}. */
    String body(Notice notice) {
        Map<String, Object> members = NoticeJson.members(notice);
        Map<String, Object> known = NoticeJson.members(SAMPLE);
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(filled(place.group(1), notice, members, known)));
    }

    private static String filled(String name, Notice notice, Map<String, Object> members, Map<String, Object> known) {
        if (name.equals(WHOLE)) {
            return NoticeJson.of(notice);
        }
        if (name.equals(SLACK_TEXT)) {
            return inQuotes(forSlack(notice.text()));
        }
        Object value = members.get(name);
        return known.get(name) instanceof String
                ? inQuotes(value == null ? "" : value.toString())
                : NoticeJson.value(value);
    }

    private static String inQuotes(String text) {
        String quoted = NoticeJson.value(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    /** Otherwise a table's name could be a link, or call everybody in a channel. */
    private static String forSlack(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
