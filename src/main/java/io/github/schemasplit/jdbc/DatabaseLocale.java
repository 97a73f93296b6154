package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a database writes, sorts and compares texts, which is said when it is made and never changes.
 *
 * @param encoding its encoding
 * @param collation its {@code LC_COLLATE}
 * @param characterType its {@code LC_CTYPE}
 * @param provider who sorts and compares
 * @param name the provider's locale; none for libc's, whose are the two above
 * @param icuRules what is added to the rules of a locale of ICU
 */
public record DatabaseLocale(
        String encoding,
        String collation,
        String characterType,
        Provider provider,
        Optional<String> name,
        Optional<String> icuRules) {
    /** The builtin provider's locale that sorts by code points, and that each version with that provider has. */
    private static final String BUILTIN = "C.UTF-8";

    /** What sorts by code points with libc. */
    private static final String PLAIN = "C";

    /** Those of the operating system, of ICU, and of the server itself. */
    public enum Provider {
        LIBC(13),
        ICU(15),
        BUILTIN(17);

        private final int since;

        Provider(int since) {
            this.since = since;
        }

        /** As in SQL. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A locale of libc. */
    public static DatabaseLocale libc(String encoding, String collation, String characterType) {
        return new DatabaseLocale(
                encoding, collation, characterType, Provider.LIBC, Optional.empty(), Optional.empty());
    }

    /**
     * The nearest that a server of that major version has: ICU's has libc's names beside it, and the builtin ones sort by code points as
     * {@code C} does.
     */
    public DatabaseLocale on(int major) {
        if (major < provider.since) {
            return libc(encoding, provider == Provider.BUILTIN ? PLAIN : collation, characterType);
        }
        boolean unknown = provider == Provider.BUILTIN
                && major < 18
                && !name.equals(Optional.of(PLAIN))
                && !name.equals(Optional.of(BUILTIN));
        return new DatabaseLocale(
                encoding,
                collation,
                characterType,
                provider,
                unknown ? Optional.of(BUILTIN) : name,
                major < 16 ? Optional.empty() : icuRules);
    }

    /** What {@code CREATE DATABASE} is told on a server of that major version, so that the template does not decide. */
    public SqlPart options(int major) {
        return Statement.of(
                "ENCODING %s%s LC_COLLATE %s LC_CTYPE %s%s%s",
                Literal.of(encoding),
                new Statement(major < Provider.ICU.since ? "" : " LOCALE_PROVIDER " + provider.text()),
                Literal.of(collation),
                Literal.of(characterType),
                option(provider == Provider.ICU ? " ICU_LOCALE %s" : " BUILTIN_LOCALE %s", name),
                option(" ICU_RULES %s", icuRules));
    }

    private static SqlPart option(String template, Optional<String> value) {
        return value.isEmpty() ? new Statement("") : Statement.of(template, Literal.of(value.get()));
    }

    /** In what it is not the other, such as {@code LC_COLLATE C instead of en_US.UTF-8}. */
    public List<String> differences(DatabaseLocale other) {
        List<String> differences = new ArrayList<>();
        difference("encoding", encoding, other.encoding).ifPresent(differences::add);
        difference("LC_COLLATE", collation, other.collation).ifPresent(differences::add);
        difference("LC_CTYPE", characterType, other.characterType).ifPresent(differences::add);
        difference("locale provider", provider.text(), other.provider.text()).ifPresent(differences::add);
        difference("locale", name.orElse("none"), other.name.orElse("none")).ifPresent(differences::add);
        if (!icuRules.equals(other.icuRules)) {
            differences.add("rules of ICU " + icuRules.orElse("none") + " instead of " + other.icuRules.orElse("none"));
        }
        return differences;
    }

    /** Versions and systems write the same name as {@code en_US.utf8}, {@code en_US.UTF-8} or {@code en-US}. */
    private static Optional<String> difference(String what, String one, String other) {
        return spelled(one).equals(spelled(other))
                ? Optional.empty()
                : Optional.of(what + " " + one + " instead of " + other);
    }

    private static String spelled(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
