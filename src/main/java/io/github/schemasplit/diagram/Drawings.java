package io.github.schemasplit.diagram;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was laid out already, by this thread or another, so that it is not laid out twice. */
public final class Drawings {
    private final Map<Outline, Drawing> drawn = new ConcurrentHashMap<>();

    /** An outline's drawing; where another thread is at it, that is waited for. */
    public Drawing of(Outline outline) {
        return drawn.computeIfAbsent(outline, Outline::drawing);
    }
}
