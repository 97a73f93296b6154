package io.github.schemasplit.sourcecode;

import java.util.regex.Pattern;

/** Globs of paths as git writes them. */
final class PathGlob {
    private PathGlob() {}

    /**
     * What a glob matches: {@code *} and {@code ?} within a name, {@code **} over folders, {@code […]} one of some characters. A glob with
     * a slash, other than at its end, begins at the root; one without is of a name in any folder.
     */
    static Pattern pattern(String glob) {
        boolean fromRoot = glob.indexOf('/') >= 0;
        StringBuilder regex = new StringBuilder(fromRoot ? "" : "(?:.*/)?");
        int i = glob.startsWith("/") ? 1 : 0;
        while (i < glob.length()) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 3;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i += 2;
            } else if (c == '*') {
                regex.append("[^/]*");
                i++;
            } else if (c == '?') {
                regex.append("[^/]");
                i++;
            } else if (c == '[' && glob.indexOf(']', i + 2) > 0) {
                int end = glob.indexOf(']', i + 2);
                String set = glob.substring(i + 1, end).replace("\\", "\\\\").replace("[", "\\[");
                regex.append(set.startsWith("!") ? "[^" + set.substring(1) : "[" + set)
                        .append(']');
                i = end + 1;
            } else {
                if (c == '\\' && i + 1 < glob.length()) {
                    i++;
                }
                regex.append(Pattern.quote(String.valueOf(glob.charAt(i))));
                i++;
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
