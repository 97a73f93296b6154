package io.github.schemasplit.sourcecode;

import java.util.HashMap;
import java.util.Map;

/** Where the last tags of a text are that close elements; each is looked for once. */
final class ClosingTags {
    private final String text;
    private final Map<String, Integer> last = new HashMap<>();

    ClosingTags(String text) {
        this.text = text;
    }

    /** Whether {@code mark} is somewhere after {@code from}. */
    boolean isAfter(String mark, int from) {
        Integer at = last.get(mark);
        if (at == null) {
            at = text.lastIndexOf(mark);
            last.put(mark, at);
        }
        return at >= from;
    }
}
