package io.github.schemasplit.sqltext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that a routine puts together of constants and of what it knows only as it runs: the holes. An identifier or a text
 * leaves {@linkplain #HOLE characters} that no name has, a value leaves a constant.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-string.html#FUNCTIONS-STRING-FORMAT">format</a>
 */
final class CommandText {
    /** What stands for what is not known; a character for private use, so that it is a part of words. */
    static final char HOLE = '\uE000';

    private static final Pattern PLACEHOLDER = Pattern.compile("%(?:\\d+\\$)?-?(?:\\d+|\\*(?:\\d+\\$)?)?([sIL])|%%");

    /** Where a character comes from: a stretch of the routine's text, and which of the constants. */
    private record Origin(int start, int end, int piece) {}

    private final StringBuilder text = new StringBuilder();
    private final List<Origin> origins = new ArrayList<>();
    private final List<List<Quoting>> pieces = new ArrayList<>();
    private final List<Integer> values = new ArrayList<>();
    private boolean closed = true;

    /** Goes on with a constant. */
    void add(ConstantText constant) {
        pieces.add(List.of(constant.quoting()));
        for (int i = 0; i < constant.value().length(); i++) {
            add(constant.value().charAt(i), constant.place(i), constant.place(i + 1));
        }
    }

    /** Goes on with a constant that {@code format} fills. */
    void addTemplate(ConstantText template) {
        pieces.add(List.of(Quoting.PERCENTS, template.quoting()));
        String value = template.value();
        Matcher placeholder = PLACEHOLDER.matcher(value);
        int i = 0;
        while (i < value.length()) {
            if (!placeholder.region(i, value.length()).lookingAt()) {
                add(value.charAt(i), template.place(i), template.place(++i));
                continue;
            }
            int start = template.place(i);
            i = placeholder.end();
            if (placeholder.group(1) == null) {
                add('%', start, template.place(i));
            } else {
                addHole(Hole.ofLetter(placeholder.group(1)), start, template.place(i));
            }
        }
    }

    /** Goes on with what is not known, and is written in that stretch of the routine's text. */
    void addHole(Hole hole, int start, int end) {
        closed = false;
        pieces.add(List.of());
        if (hole == Hole.VALUE) {
            values.add(text.length());
        }
        for (char c : hole.stand().toCharArray()) {
            add(c, start, end);
        }
        pieces.add(pieces.get(Math.max(0, pieces.size() - 2)));
    }

    private void add(char c, int start, int end) {
        text.append(c);
        origins.add(new Origin(start, end, pieces.size() - 1));
    }

    /** All of it, with what stands for the holes. */
    String text() {
        return text.toString();
    }

    /** Whether there are no holes in it. */
    boolean isClosed() {
        return closed;
    }

    /** Where the constants that stand for values begin. */
    List<Integer> values() {
        return values;
    }

    /** A reference in this text as one in the routine's text. */
    Reference outward(Reference inner, boolean certain) {
        List<NamePart> parts = new ArrayList<>();
        int piece = origins.get(inner.start()).piece;
        boolean whole = certain;
        for (NamePart part : inner.parts()) {
            Origin first = origins.get(part.start());
            Origin last = origins.get(part.end() - 1);
            whole &= first.piece == piece && last.piece == piece && !part.isOpen();
            parts.add(new NamePart(part.identifier(), first.start, last.end));
        }
        List<Quoting> quoting = new ArrayList<>(inner.quoting());
        quoting.addAll(pieces.get(piece));
        return new Reference(
                inner.kind(), parts, whole ? inner.place() : Reference.Place.ASSEMBLED, quoting, inner.use());
    }
}
