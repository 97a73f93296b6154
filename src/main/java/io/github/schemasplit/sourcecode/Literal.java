package io.github.schemasplit.sourcecode;

import java.util.List;
import java.util.Optional;

/** What a string in code holds, and where each of its characters is written. */
final class Literal {
    /** Stands for what is not known before the code runs. */
    static final char HOLE = io.github.schemasplit.sqltext.NamePart.UNKNOWN;

    private final StringStyle style;
    private final String value;
    private final int[] starts;
    private final int contentEnd;
    private final List<Code> holes;

    /**
     * @param value what it is, with a hole for each value that is put in
     * @param starts where each character of the value begins in the source
     * @param contentEnd where what it holds ends in the source
     * @param holes the code of the values that are put in, in order
     */
    Literal(StringStyle style, String value, int[] starts, int contentEnd, List<Code> holes) {
        this.style = style;
        this.value = value;
        this.starts = starts;
        this.contentEnd = contentEnd;
        this.holes = List.copyOf(holes);
    }

    /** A stretch of a source that is text as it stands, without quotes. */
    static Literal of(String source, int start, int end) {
        int[] starts = new int[end - start];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = start + i;
        }
        return new Literal(StringStyle.TEXT, source.substring(start, end), starts, end, List.of());
    }

    /** The same with other characters, each in place of one. */
    Literal with(String characters) {
        return new Literal(style, characters, starts, contentEnd, holes);
    }

    String value() {
        return value;
    }

    List<Code> holes() {
        return holes;
    }

    /** The code of the value that the hole at {@code index} of the value stands for. */
    Code hole(int index) {
        int number = 0;
        for (int i = 0; i < index; i++) {
            number += value.charAt(i) == HOLE ? 1 : 0;
        }
        return holes.get(number);
    }

    /** Where in the source the character at {@code index} begins; at the value's end, where the string's content ends. */
    int place(int index) {
        return index < value.length() ? starts[index] : contentEnd;
    }

    /** Whether it is without holes. */
    boolean isWhole() {
        return holes.isEmpty();
    }

    /** A text as it is to be written in it; empty when it cannot be. */
    Optional<String> written(String text) {
        return style.written(text);
    }

    /** What stands before a string of this way to write; nothing before text that stands as it is. */
    String quote() {
        return style == StringStyle.TEXT ? "" : style.open();
    }
}
