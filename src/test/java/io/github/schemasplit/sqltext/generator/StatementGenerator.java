package io.github.schemasplit.sqltext.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes statements by chance: the same ones from the same seed. */
public final class StatementGenerator {
    private static final int SHALLOWEST = 9;
    private static final int DEPTHS = 12;
    private static final int LONGEST = 80;
    /** How much deeper than the flattest text a text may be where it should end. */
    private static final int FLAT = 2;

    private final ProductionRules rules = new ProductionRules();
    private final Random random;
    private final List<String> tokens = new ArrayList<>();
    private int deepest;
    private int made;

    public StatementGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** The kinds of statements that there are. */
    public List<String> kinds() {
        return List.copyOf(rules.kinds());
    }

    /** The next statement: every third is a query, the others go through the kinds. */
    public GeneratedStatement next() {
        List<String> kinds = rules.kinds();
        String kind = made % 3 == 0 ? "select" : kinds.get((made * 2 / 3) % kinds.size());
        made++;
        tokens.clear();
        deepest = SHALLOWEST + random.nextInt(DEPTHS);
        make(rules.rule(kind), 0);
        Blanks blanks = random.nextInt(3) == 0 ? Blanks.ODD : Blanks.NORMAL;
        return new GeneratedStatement(kind, blanks.join(tokens, random));
    }

    private void make(Production production, int depth) {
        if (production instanceof Production.Literal literal) {
            tokens.add(literal.token().startsWith("\"") ? literal.token() : inSomeCase(literal.token()));
        } else if (production instanceof Production.Rule rule) {
            if (Vocabulary.has(rule.name())) {
                tokens.add(Vocabulary.word(rule.name(), random));
            } else {
                make(rules.rule(rule.name()), depth + 1);
            }
        } else if (production instanceof Production.Sequence sequence) {
            sequence.parts().forEach(part -> make(part, depth));
        } else if (production instanceof Production.Choice choice) {
            make(Vocabulary.pick(alternatives(choice, depth), random), depth);
        } else if (production instanceof Production.Maybe maybe) {
            if (random.nextInt(3) == 0 && fits(maybe.part(), depth)) {
                make(maybe.part(), depth);
            }
        } else if (production instanceof Production.Repeat repeat) {
            repeat(repeat, depth);
        }
    }

    private void repeat(Production.Repeat repeat, int depth) {
        make(repeat.part(), depth);
        while (random.nextInt(3) == 0 && fits(repeat.part(), depth)) {
            if (!repeat.separator().isEmpty()) {
                tokens.add(repeat.separator());
            }
            make(repeat.part(), depth);
        }
    }

    /** Those that do not go too deep, or else the flattest. */
    private List<Production> alternatives(Production.Choice choice, int depth) {
        List<Production> fitting = choice.alternatives().stream()
                .filter(production -> fits(production, depth))
                .toList();
        if (!fitting.isEmpty()) {
            return fitting;
        }
        int least = rules.depth(choice);
        return choice.alternatives().stream()
                .filter(production -> rules.depth(production) <= least + FLAT)
                .toList();
    }

    private boolean fits(Production production, int depth) {
        int most = tokens.size() > LONGEST ? 0 : deepest - depth;
        return rules.depth(production) <= most;
    }

    private String inSomeCase(String token) {
        return random.nextBoolean() ? token.toLowerCase(Locale.ROOT) : token;
    }
}
