package io.github.schemasplit.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A name in a routine's text that may stand for something that moves, which only a person can tell.
 *
 * @param line its line in the text, from 1
 * @param name the name as it is written, or the string constant that may hold one
 * @param why why it cannot be told; a sentence fragment
 * @param assembled whether it is, or may become, a name in a statement that is put together as the routine runs
 */
public record UnclearName(int line, String name, String why, boolean assembled) {
    /** A name that stands in the text as it is. */
    UnclearName(int line, String name, String why) {
        this(line, name, why, false);
    }

    /** All of them, for a message. */
    public static String all(Collection<UnclearName> names) {
        List<String> texts = new ArrayList<>();
        for (UnclearName name : names) {
            texts.add(name.toString());
        }
        return String.join("; ", texts);
    }

    @Override
    public String toString() {
        return "line " + line + ": " + name + ", " + why;
    }
}
