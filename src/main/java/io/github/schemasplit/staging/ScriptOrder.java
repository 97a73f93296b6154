package io.github.schemasplit.staging;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The order of the scripts that one glob gives.
 *
 * <p>It is by path, except that files named as Flyway names them stand in Flyway's order: {@code V<version>__x.sql} together and by
 * version, number by number (1.2 before 1.10, {@code _} like a dot, 1 the same as 1.0); {@code R__x.sql} last, by description.
 *
 * @see <a href="https://documentation.red-gate.com/flyway/flyway-concepts/migrations">Flyway: Migrations</a>
 */
final class ScriptOrder implements Comparator<Path> {
    private static final Pattern VERSIONED = Pattern.compile("V(\\d+(?:[._]\\d+)*)__.*\\.sql");
    private static final Pattern REPEATABLE = Pattern.compile("R__(.*)\\.sql");
    private static final Pattern UNDO = Pattern.compile("U\\d+(?:[._]\\d+)*__.*\\.sql");
    private static final Comparator<Path> BY_PATH = Comparator.comparing(Path::toString);

    /** Whether it is a script that undoes a version. */
    static boolean isUndo(Path path) {
        return UNDO.matcher(name(path)).matches();
    }

    @Override
    public int compare(Path a, Path b) {
        int byGroup = Group.of(name(a)).compareTo(Group.of(name(b)));
        if (byGroup != 0) {
            return byGroup;
        }
        int within = switch (Group.of(name(a))) {
            case VERSIONED -> compareVersions(version(name(a)), version(name(b)));
            case REPEATABLE -> name(a).compareTo(name(b));
            default -> 0;
        };
        return within != 0 ? within : BY_PATH.compare(a, b);
    }

    private static int compareVersions(List<BigInteger> a, List<BigInteger> b) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            int byPart = part(a, i).compareTo(part(b, i));
            if (byPart != 0) {
                return byPart;
            }
        }
        return 0;
    }

    private static BigInteger part(List<BigInteger> version, int index) {
        return index < version.size() ? version.get(index) : BigInteger.ZERO;
    }

    private static List<BigInteger> version(String name) {
        Matcher matcher = VERSIONED.matcher(name);
        return matcher.matches()
                ? Stream.of(matcher.group(1).split("[._]")).map(BigInteger::new).toList()
                : List.of();
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    /** The groups, in order: other names stand before or after the versions, as their names do. */
    private enum Group {
        BEFORE_VERSIONS,
        VERSIONED,
        AFTER_VERSIONS,
        REPEATABLE;

        static Group of(String name) {
            if (ScriptOrder.VERSIONED.matcher(name).matches()) {
                return VERSIONED;
            }
            if (ScriptOrder.REPEATABLE.matcher(name).matches()) {
                return REPEATABLE;
            }
            return name.compareTo("V") < 0 ? BEFORE_VERSIONS : AFTER_VERSIONS;
        }
    }
}
