package io.github.schemasplit.sourcecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules of one {@code .gitignore}.
 *
 * @param folder the folder it is in, from the root of the tree and with {@code /} at its end; empty for the root itself
 * @param above the way from its folder to the root, with {@code /} at its end, where it is in a folder above the root
 * @param rules its rules, in order
 * @see <a href="https://git-scm.com/docs/gitignore">gitignore</a>
 */
record IgnoreRules(String folder, String above, List<Rule> rules) {
    /**
     * @param path what it matches, from the folder of the rules
     * @param foldersOnly whether it is of folders alone
     * @param takesBack whether it makes an earlier rule not hold
     */
    record Rule(Pattern path, boolean foldersOnly, boolean takesBack) {}

    IgnoreRules {
        rules = List.copyOf(rules);
    }

    static IgnoreRules read(String folder, String above, String text) {
        List<Rule> rules = new ArrayList<>();
        for (String line : text.split("\r?\n", -1)) {
            rule(line).ifPresent(rules::add);
        }
        return new IgnoreRules(folder, above, rules);
    }

    private static Optional<Rule> rule(String line) {
        String glob = line;
        while (glob.endsWith(" ") && !glob.endsWith("\\ ")) {
            glob = glob.substring(0, glob.length() - 1);
        }
        if (glob.isEmpty() || glob.startsWith("#")) {
            return Optional.empty();
        }
        boolean takesBack = glob.startsWith("!");
        glob = takesBack ? glob.substring(1) : glob;
        boolean foldersOnly = glob.endsWith("/");
        glob = foldersOnly ? glob.substring(0, glob.length() - 1) : glob;
        if (glob.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rule(PathGlob.pattern(glob), foldersOnly, takesBack));
    }

    /** Whether these rules leave a path out; empty when none of them speaks of it. */
    Optional<Boolean> ignores(String path, boolean isFolder) {
        if (!path.startsWith(folder)) {
            return Optional.empty();
        }
        String inFolder = above + path.substring(folder.length());
        for (int i = rules.size() - 1; i >= 0; i--) {
            Rule rule = rules.get(i);
            if ((isFolder || !rule.foldersOnly) && rule.path.matcher(inFolder).matches()) {
                return Optional.of(!rule.takesBack);
            }
        }
        return Optional.empty();
    }
}
