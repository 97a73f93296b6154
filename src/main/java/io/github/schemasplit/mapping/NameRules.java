package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a name must be like to name something in a database. */
final class NameRules {
    private NameRules() {}

    /**
     * The name as an identifier, if it can be one.
     *
     * @param what what is named, for messages: {@code role}
     */
    static Optional<Identifier> identifier(String name, Origin origin, String what, Problems problems) {
        Optional<String> mistake = mistake(name, name, what);
        if (mistake.isPresent()) {
            problems.add(origin, mistake.get());
            return Optional.empty();
        }
        return Optional.of(Identifier.of(name));
    }

    /** The names as identifiers, those that can be; a name that comes twice is noted. */
    static List<Identifier> identifiers(List<MappingNode.Scalar> names, String what, Problems problems) {
        List<Identifier> identifiers = new ArrayList<>();
        for (MappingNode.Scalar name : eachOnce(names, what, problems)) {
            Optional<Identifier> identifier = identifier(name.text(), name.origin(), what, problems);
            if (identifier.isPresent()) {
                identifiers.add(identifier.get());
            }
        }
        return identifiers;
    }

    /** The texts, each once; one that comes twice is noted. */
    static List<MappingNode.Scalar> eachOnce(List<MappingNode.Scalar> texts, String what, Problems problems) {
        Map<String, Origin> seen = new HashMap<>();
        List<MappingNode.Scalar> once = new ArrayList<>();
        for (MappingNode.Scalar text : texts) {
            Origin before = seen.putIfAbsent(text.text(), text.origin());
            if (before == null) {
                once.add(text);
            } else {
                problems.add(
                        text.origin(),
                        "the " + what + " " + Quoted.of(text.text()) + " is in this list already, at " + before
                                + "; remove one");
            }
        }
        return once;
    }

    /**
     * What is wrong with a name.
     *
     * @param written what the user wrote
     * @param name the name that it means, which differs when it holds escapes
     */
    static Optional<String> mistake(String written, String name, String what) {
        if (name.isEmpty()) {
            return Optional.of("the name of a " + what + " is empty; write one");
        }
        if (name.indexOf('\0') >= 0) {
            return Optional.of(shown(what, written) + " holds a NUL character, which no name can; remove it");
        }
        if (!name.strip().equals(name)) {
            return Optional.of(shown(what, written) + " begins or ends with a blank; write " + Quoted.of(name.strip()));
        }
        if (Identifier.of(name).isTooLong()) {
            return Optional.of(shown(what, written) + " is longer than " + Identifier.MAX_BYTES
                    + " bytes, where the server cuts names; write it as the server has it");
        }
        return Optional.empty();
    }

    private static String shown(String what, String written) {
        return "the " + what + " " + Quoted.of(written);
    }
}
