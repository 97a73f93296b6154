package io.github.schemasplit.mapping;

import java.io.IOException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says what is wrong with text that is not YAML, in the words of somebody who writes a mapping. */
final class YamlSyntax {
    private static final String SPECIAL = "@`%&!|>'\"";

    private YamlSyntax() {}

    /**
     * What is wrong.
     *
     * @param error what Jackson threw; the error of SnakeYAML that caused it knows the place
     */
    static MappingProblem problem(IOException error, String text, String name) {
        if (error.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            return problem(marked, text, name);
        }
        Throwable cause = error.getCause() == null ? error : error.getCause();
        return new MappingProblem(Origin.of(name, ""), "this is not YAML: " + cause.getMessage());
    }

    private static MappingProblem problem(MarkedYAMLException error, String text, String name) {
        Mark mark = error.getProblemMark();
        String line = text.lines().skip(mark.getLine()).findFirst().orElse("");
        int indent = line.length() - line.stripLeading().length();
        int tab = line.substring(0, indent).indexOf('\t');
        if (tab >= 0) {
            return new MappingProblem(
                    new Origin(name, mark.getLine() + 1, tab + 1, ""),
                    "a tab indents this line, and YAML wants spaces; put spaces in its place");
        }
        if ("while scanning an alias".equals(error.getContext())) {
            return new MappingProblem(at(name, error.getContextMark()), needsQuotes('*'));
        }
        if ("while scanning a quoted scalar".equals(error.getContext())) {
            return new MappingProblem(
                    at(name, error.getContextMark()), "the quote that begins here does not end; close it");
        }
        int[] letters = line.codePoints().toArray();
        int letter = mark.getColumn() < letters.length ? letters[mark.getColumn()] : 0;
        if (SPECIAL.indexOf(letter) >= 0 && "while scanning for the next token".equals(error.getContext())) {
            return new MappingProblem(at(name, mark), needsQuotes((char) letter));
        }
        return new MappingProblem(
                at(name, mark),
                "this is not YAML: " + error.getProblem()
                        + "; check the indentation and the brackets here and above, and put names with special characters"
                        + " in quotes");
    }

    /** What to do about a name that begins with a letter that means something to YAML. */
    private static String needsQuotes(char first) {
        return "a name that begins with " + first + " needs quotes, such as \"" + first + "name\"";
    }

    private static Origin at(String name, Mark mark) {
        return new Origin(name, mark.getLine() + 1, mark.getColumn() + 1, "");
    }
}
