package io.github.schemasplit.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When a database may be changed: at times that come once, or each week. */
public final class ChangeWindow {
    /** What follows on each other without a gap is one opening; more of it than this nobody needs to know. */
    private static final int FAR = 20;

    private final String text;
    private final List<WindowRule> rules;

    ChangeWindow(String text, List<WindowRule> rules) {
        this.text = text;
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads a window: times with semicolons between them, each {@code 2026-12-01T22:00/2026-12-02T02:00 Europe/Berlin} or
     * {@code Sat,Sun 22:00-04:00 Europe/Berlin}.
     *
     * @throws WindowException when it is none
     */
    public static ChangeWindow parse(String text) {
        return WindowParser.parse(text);
    }

    /** The opening that a time is in. */
    public Optional<Opening> at(Instant time) {
        Optional<Opening> found = holding(time);
        for (int i = 0; i < FAR && found.isPresent(); i++) {
            Opening one = found.get();
            Optional<Opening> next = holding(one.end());
            if (next.isEmpty()) {
                break;
            }
            found = Optional.of(new Opening(one.start(), next.get().end(), one.zone()));
        }
        return found;
    }

    /** The first opening that begins after a time. */
    public Optional<Opening> next(Instant time) {
        return rules.stream()
                .flatMap(rule -> {
                    Optional<Opening> first = rule.firstNotOver(time);
                    return (first.isPresent() && first.get().holds(time)
                                    ? rule.firstNotOver(first.get().end())
                                    : first)
                            .stream();
                })
                .min(Comparator.comparing(Opening::start));
    }

    /** The last opening that was over at a time. */
    public Optional<Opening> last(Instant time) {
        return rules.stream().flatMap(rule -> rule.lastOver(time).stream()).max(Comparator.comparing(Opening::end));
    }

    /** The one that ends last, of those that a time is in. */
    private Optional<Opening> holding(Instant time) {
        List<Opening> holding = new ArrayList<>();
        for (WindowRule rule : rules) {
            rule.firstNotOver(time).filter(o -> o.holds(time)).ifPresent(holding::add);
        }
        return holding.stream().max(Comparator.comparing(Opening::end));
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
