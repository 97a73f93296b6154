package io.github.schemasplit.sourcecode;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which migrations run after the last one that {@code schema:generate} wrote. */
final class MigrationOrder {
    private static final Pattern OURS = Pattern.compile("(V[\\d._]+_|\\d+[-_.])?split[-_]schemas(-\\d+)?\\.sql");
    private static final Pattern NUMBERED = Pattern.compile("V?(\\d+(?:[._]\\d+)*)[-_.].*\\.[a-z]+", Pattern.DOTALL);

    /** The number of ours, the last of them, by its folder. */
    private final Map<String, List<BigInteger>> ours = new HashMap<>();

    /**
     * @param files the files of the tree, from its root, with {@code /}
     * @param isOurs whether a file was written by us
     */
    MigrationOrder(Collection<String> files, Predicate<String> isOurs) {
        for (String file : files) {
            if (OURS.matcher(name(file)).matches() && isOurs.test(file)) {
                number(file).ifPresent(number -> ours.merge(folder(file), number, MigrationOrder::last));
            }
        }
    }

    /** Whether a file is a migration that runs after ours: it is in the same folder or below, and has a greater number. */
    boolean isLater(String file) {
        Optional<List<BigInteger>> number = number(file);
        return number.isPresent()
                && !OURS.matcher(name(file)).matches()
                && ours.entrySet().stream()
                        .anyMatch(each -> file.startsWith(each.getKey()) && compare(number.get(), each.getValue()) > 0);
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static Optional<List<BigInteger>> number(String file) {
        Matcher numbered = NUMBERED.matcher(name(file));
        if (!numbered.matches()) {
            return Optional.empty();
        }
        List<BigInteger> parts = new ArrayList<>();
        for (String part : numbered.group(1).split("[._]")) {
            parts.add(new BigInteger(part));
        }
        return Optional.of(parts);
    }

    private static List<BigInteger> last(List<BigInteger> a, List<BigInteger> b) {
        return compare(a, b) >= 0 ? a : b;
    }

    private static int compare(List<BigInteger> a, List<BigInteger> b) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            int order = part(a, i).compareTo(part(b, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static BigInteger part(List<BigInteger> number, int i) {
        return i < number.size() ? number.get(i) : BigInteger.ZERO;
    }
}
