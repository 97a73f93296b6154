package io.github.schemasplit.sourcecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A string that code puts together of literals, of constants and of what is not known: the holes. */
final class Assembled {
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();
    private final int first;
    private int last;

    /**
     * A part of it.
     *
     * @param start where it begins in the whole
     * @param literal the literal that it is of; none for a constant or a hole
     * @param offset where it begins in that literal's value
     * @param code where in the source the constant or the hole is written
     * @param perhaps what may stand in a hole
     */
    private record Piece(int start, @Nullable Literal literal, int offset, int code, List<String> perhaps) {}

    /**
     * @param first the piece of code that it begins at
     */
    Assembled(int first) {
        this.first = first;
        this.last = first;
    }

    void add(Literal literal, int from, int to) {
        pieces.add(new Piece(text.length(), literal, from, literal.place(from), List.of()));
        text.append(literal.value(), from, to);
    }

    /** Adds what is not written where it is used. */
    void add(String value, int code) {
        pieces.add(new Piece(text.length(), null, 0, code, List.of()));
        text.append(value);
    }

    /** Adds what is not known, but may be one of some values. */
    void addHole(List<String> perhaps, int code) {
        pieces.add(new Piece(text.length(), null, 0, code, perhaps));
        text.append(Literal.HOLE);
    }

    /** Whether it has a hole of which some values are known. */
    boolean isOpen() {
        return pieces.stream().anyMatch(p -> !p.perhaps.isEmpty());
    }

    /** What may stand in the hole at {@code offset}. */
    List<String> perhaps(int offset) {
        return pieces.get(pieceAt(offset)).perhaps;
    }

    void endsAt(int lexeme) {
        last = lexeme;
    }

    /** The piece of code that it begins at. */
    int first() {
        return first;
    }

    /** The piece of code that it ends at. */
    int last() {
        return last;
    }

    String text() {
        return text.toString();
    }

    private int pieceAt(int offset) {
        int i = pieces.size() - 1;
        while (i > 0 && pieces.get(i).start > offset) {
            i--;
        }
        return i;
    }

    /** Where in the source the character at {@code offset} is written, or the constant that it is of. */
    int place(int offset) {
        Piece piece = pieces.get(pieceAt(offset));
        return piece.literal == null ? piece.code : piece.literal.place(offset - piece.start + piece.offset);
    }

    /** The text of the constant, or of the literal, that the character at {@code offset} is of. */
    String partAt(int offset) {
        int number = pieceAt(offset);
        return text.substring(
                pieces.get(number).start, number + 1 < pieces.size() ? pieces.get(number + 1).start : text.length());
    }

    /** The edit that writes {@code replacement} in place of the characters from {@code start} to {@code end}; empty when none does. */
    Optional<SourceEdit> edit(int start, int end, String replacement) {
        int number = pieceAt(start);
        Piece piece = pieces.get(number);
        Literal literal = piece.literal;
        if (literal != null) {
            int from = start - piece.start + piece.offset;
            return literal.written(replacement)
                    .map(written -> new SourceEdit(
                            literal.place(from),
                            start == end ? literal.place(from) : literal.place(from + end - start),
                            written));
        }
        if (start != end || start != piece.start) {
            return Optional.empty();
        }
        // Before a constant: at the end of the literal before it, or as a literal of its own.
        Literal before = number == 0 ? null : pieces.get(number - 1).literal;
        if (before == null) {
            return Optional.empty();
        }
        int at = start - pieces.get(number - 1).start + pieces.get(number - 1).offset;
        return before.written(replacement).map(written -> SourceEdit.insert(before.place(at), written));
    }
}
