package io.github.schemasplit.render;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a Flyway migration, compared as Flyway does: part by part as numbers, zeros at the end left out.
 *
 * @param text the version as it is written, parts separated by {@code .} or {@code _}, such as {@code 1.4} or {@code 007}
 * @see <a href="https://documentation.red-gate.com/flyway/flyway-concepts/migrations/versioned-migrations">Versioned migrations</a>
 */
record FlywayVersion(String text) {
    static final Comparator<FlywayVersion> ORDER = (a, b) -> {
        int parts = Math.max(a.parts().length, b.parts().length);
        for (int i = 0; i < parts; i++) {
            int order = a.part(i).compareTo(b.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private static final Pattern VERSION = Pattern.compile("\\d+(?:[._]\\d+)*");
    private static final Pattern FILE = Pattern.compile("[VB](" + VERSION + ")__(.*)\\.sql", Pattern.DOTALL);

    FlywayVersion {
        if (!VERSION.matcher(text).matches()) {
            throw new IllegalArgumentException("not a version of a migration: '" + text + "'");
        }
    }

    /** A version as the schema history table holds it; empty when it is none, as that of a repeatable migration. */
    static Optional<FlywayVersion> parse(String text) {
        return VERSION.matcher(text).matches() ? Optional.of(new FlywayVersion(text)) : Optional.empty();
    }

    /** The version of a versioned or baseline migration; empty when the file is none. */
    static Optional<FlywayVersion> ofFile(String name) {
        Matcher matcher = FILE.matcher(name);
        return matcher.matches() ? Optional.of(new FlywayVersion(matcher.group(1))) : Optional.empty();
    }

    /** The next version of the same style: its last part counted up, as wide as it was. */
    FlywayVersion next() {
        String last = parts()[parts().length - 1];
        String counted = new BigInteger(last).add(BigInteger.ONE).toString();
        String zeros = "0".repeat(Math.max(0, last.length() - counted.length()));
        return new FlywayVersion(text.substring(0, text.length() - last.length()) + zeros + counted);
    }

    private String[] parts() {
        return text.split("[._]");
    }

    private BigInteger part(int index) {
        return index < parts().length ? new BigInteger(parts()[index]) : BigInteger.ZERO;
    }
}
