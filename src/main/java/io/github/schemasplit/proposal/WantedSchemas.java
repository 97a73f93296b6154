package io.github.schemasplit.proposal;

import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the user fixes of the schemas: nothing, their number, or their names. */
public sealed interface WantedSchemas {
    /** How many there are to be; empty where the tables decide. */
    Optional<Integer> number();

    /** What they are to be called, in the user's order; empty where the tables decide. */
    List<Identifier> names();

    /** The tables decide. */
    record AsFound() implements WantedSchemas {
        @Override
        public Optional<Integer> number() {
            return Optional.empty();
        }

        @Override
        public List<Identifier> names() {
            return List.of();
        }
    }

    /**
     * So many.
     *
     * @param wanted at least 1
     */
    record Number(int wanted) implements WantedSchemas {
        @Override
        public Optional<Integer> number() {
            return Optional.of(wanted);
        }

        @Override
        public List<Identifier> names() {
            return List.of();
        }
    }

    /** These. */
    record Names(List<Identifier> names) implements WantedSchemas {
        public Names {
            names = List.copyOf(names);
        }

        @Override
        public Optional<Integer> number() {
            return Optional.of(names.size());
        }
    }

    /** A number, as people write it. */
    Pattern NUMBER = Pattern.compile("[+-]?[0-9]+");

    /**
     * What a list of the user's says.
     *
     * @param words names, or one number; none where the tables decide
     * @param property what the list is called, for messages
     * @throws NoProposalException when it says neither
     */
    static WantedSchemas of(List<String> words, String property) {
        if (words.isEmpty()) {
            return new AsFound();
        }
        if (words.size() == 1 && NUMBER.matcher(words.get(0)).matches()) {
            return new Number(number(words.get(0), property));
        }
        List<Identifier> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String word : words) {
            Optional<String> mistake =
                    seen.add(word) ? mistake(word) : Optional.of("is there twice: write each name once");
            if (mistake.isPresent()) {
                throw new NoProposalException(property + ": '" + word + "' " + mistake.get() + ".");
            }
            names.add(Identifier.of(word));
        }
        return new Names(names);
    }

    private static int number(String digits, String property) {
        try {
            int number = Integer.parseInt(digits);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // As large as this it is no number of schemas either.
        }
        throw new NoProposalException(property + " is " + digits
                + ": write how many schemas there are to be, from 1 to the number of tables.");
    }

    private static Optional<String> mistake(String name) {
        if (NUMBER.matcher(name).matches()) {
            return Optional.of("is a number among names: write one number, or names alone");
        }
        if (name.codePoints().noneMatch(Character::isLetter) && !name.startsWith("_")) {
            return Optional.of("has no letter: write a whole number, or names");
        }
        if (name.codePoints().anyMatch(Character::isISOControl) || !name.strip().equals(name)) {
            return Optional.of(
                    "can not be a schema's name: write it without blanks at its ends, and without line ends and the like");
        }
        Identifier identifier = Identifier.of(name);
        if (Schema.isReserved(identifier)) {
            return Optional.of("is one of the server's own (pg_*, information_schema): name another");
        }
        return identifier.isTooLong()
                ? Optional.of(
                        "is longer than " + Identifier.MAX_BYTES + " bytes, where the server cuts names: shorten it")
                : Optional.empty();
    }
}
