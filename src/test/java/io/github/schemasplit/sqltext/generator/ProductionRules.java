package io.github.schemasplit.sqltext.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules of the generator's grammar, as the files of {@code /generator} have them: {@code name = body}, or
 * {@code name := body} for a kind of statement.
 */
final class ProductionRules {
    private static final int UNKNOWN = 1_000_000;
    private static final List<String> FILES = List.of("queries", "expressions", "tables", "objects", "utility");

    private final Map<String, Production> rules = new TreeMap<>();
    private final List<String> kinds = new ArrayList<>();
    private final Map<String, Integer> depths = new HashMap<>();

    ProductionRules() {
        FILES.forEach(this::read);
        for (boolean changed = true; changed; ) {
            changed = false;
            for (Map.Entry<String, Production> rule : rules.entrySet()) {
                int depth = 1 + depth(rule.getValue());
                changed |= depth < depths.getOrDefault(rule.getKey(), UNKNOWN);
                depths.merge(rule.getKey(), depth, Math::min);
            }
        }
    }

    private void read(String file) {
        try (InputStream in = ProductionRules.class.getResourceAsStream("/generator/" + file + ".txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String rule :
                    text.replaceAll("(?m)^#.*$", "").replaceAll("\\R +", " ").split("\\R+")) {
                if (!rule.isBlank()) {
                    String[] sides = rule.split(" :?= ", 2);
                    rules.put(sides[0], ProductionReader.read(sides[1]));
                    if (rule.startsWith(sides[0] + " := ")) {
                        kinds.add(sides[0]);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kinds of statements. */
    List<String> kinds() {
        return kinds;
    }

    /** The rule of this name. */
    Production rule(String name) {
        Production rule = rules.get(name);
        if (rule == null) {
            throw new IllegalArgumentException("no rule " + name);
        }
        return rule;
    }

    /** How deep the flattest text is that {@code production} makes. */
    int depth(Production production) {
        if (production instanceof Production.Rule rule) {
            return Vocabulary.has(rule.name()) ? 0 : depths.getOrDefault(rule.name(), UNKNOWN);
        } else if (production instanceof Production.Sequence sequence) {
            return sequence.parts().stream().mapToInt(this::depth).max().orElse(0);
        } else if (production instanceof Production.Choice choice) {
            return choice.alternatives().stream().mapToInt(this::depth).min().orElse(0);
        } else if (production instanceof Production.Repeat repeat) {
            return depth(repeat.part());
        }
        return 0;
    }
}
