package io.github.schemasplit.sqltext.generator;

import java.util.List;

/** What a rule of the generator's grammar is made of. */
sealed interface Production {
    /** A token. */
    record Literal(String token) implements Production {}

    /** What another rule makes, or the {@link Vocabulary}. */
    record Rule(String name) implements Production {}

    /** One after the other. */
    record Sequence(List<Production> parts) implements Production {}

    /** One of several. */
    record Choice(List<Production> alternatives) implements Production {}

    /** One, or none. */
    record Maybe(Production part) implements Production {}

    /** One or more, with {@code separator} between them, which may be empty. */
    record Repeat(Production part, String separator) implements Production {}
}
