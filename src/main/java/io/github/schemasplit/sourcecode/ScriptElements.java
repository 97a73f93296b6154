package io.github.schemasplit.sourcecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The scripts of a component, which are between {@code <script>} and its end. */
final class ScriptElements {
    private ScriptElements() {}

    static List<Code> in(SourceText source) {
        String lower = source.text().toLowerCase(Locale.ROOT);
        List<Code> scripts = new ArrayList<>();
        int at = lower.indexOf("<script");
        while (at >= 0 && lower.length() == source.text().length()) {
            int start = lower.indexOf('>', at) + 1;
            int end = lower.indexOf("</script", at);
            if (start == 0 || end < start) {
                break;
            }
            scripts.add(CodeLexer.read(source, Language.TYPESCRIPT, Syntax.SCRIPT, start, end));
            at = lower.indexOf("<script", end);
        }
        return scripts;
    }
}
