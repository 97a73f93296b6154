package io.github.schemasplit.sourcecode;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Cuts out what stands around references: a file may be one line of megabytes. */
public final class Excerpts {
    private static final int BEFORE = 80;
    private static final int AFTER = 120;

    /** How far before an excerpt is looked for what says that a secret follows: as long as keys are. */
    private static final int SECRET = 500;

    /** What secrets stand beside; the last is how tokens in JSON begin. */
    private static final List<String> OF_SECRETS =
            List.of("password", "passwd", "pwd", "secret", "token", "apikey", "api_key", "api-key", "eyj");

    private final String text;
    private final Positions positions;
    private final NavigableSet<SourceEdit> edits;

    Excerpts(String text, List<SourceEdit> edits) {
        this.text = text;
        this.positions = new Positions(text);
        this.edits = new TreeSet<>(edits);
    }

    /** What stands around a reference; nothing where a secret may be in it, as a report is passed on to people who may not know it. */
    public Optional<Excerpt> around(SourceReference reference) {
        int line = reference.line();
        int start = positions.start(line);
        int end = positions.end(line, text);
        int at = Math.min(end, start + reference.column() - 1);
        int from = Math.max(start, at - BEFORE);
        int to = Math.min(end, at + AFTER);
        if (from > start && Character.isLowSurrogate(text.charAt(from))) {
            from--;
        }
        if (to < end && Character.isLowSurrogate(text.charAt(to))) {
            to++;
        }
        if (mayHoldSecret(text.substring(Math.max(start, from - SECRET), to))) {
            return Optional.empty();
        }
        while (from < at && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        String before = text.substring(from, to);
        String head = from > start && !text.substring(start, from).isBlank() ? "… " : "";
        String tail = to < end ? " …" : "";
        return Optional.of(new Excerpt(
                head + before + tail,
                edited(from, to, before).filter(a -> !a.equals(before)).map(a -> head + a + tail)));
    }

    /** The stretch with its edits made; nothing where one of them reaches out of it. */
    private Optional<String> edited(int from, int to, String before) {
        SourceEdit last = edits.lower(SourceEdit.insert(from, ""));
        List<SourceEdit> inside =
                edits
                        .subSet(SourceEdit.insert(from, ""), true, new SourceEdit(to, Integer.MAX_VALUE, ""), true)
                        .stream()
                        .map(e -> new SourceEdit(e.start() - from, e.end() - from, e.replacement()))
                        .toList();
        boolean reachesOut =
                last != null && last.end() > from || inside.stream().anyMatch(e -> e.end() > to - from);
        return reachesOut ? Optional.empty() : Optional.of(SourceEdit.apply(before, inside));
    }

    private static boolean mayHoldSecret(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int url = lower.indexOf("://");
        return url >= 0 && lower.indexOf('@', url) >= 0 || OF_SECRETS.stream().anyMatch(lower::contains);
    }
}
