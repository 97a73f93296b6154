package io.github.schemasplit.sqltext.generator;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the body of a rule: {@code <rule>}, {@code [ maybe ]}, {@code { one | other }}, {@code many...} with commas,
 * {@code many+} without; anything else is a token, and a backslash keeps a mark from its meaning.
 */
final class ProductionReader {
    private final String[] words;
    private int at;

    private ProductionReader(String body) {
        this.words = body.strip().split("\\s+");
    }

    static Production read(String body) {
        ProductionReader reader = new ProductionReader(body);
        Production production = reader.choice();
        if (reader.at < reader.words.length) {
            throw new IllegalArgumentException("unexpected " + reader.words[reader.at] + " in: " + body);
        }
        return production;
    }

    private Production choice() {
        List<Production> alternatives = new ArrayList<>();
        alternatives.add(sequence());
        while (at < words.length && words[at].equals("|")) {
            at++;
            alternatives.add(sequence());
        }
        return alternatives.size() == 1 ? alternatives.get(0) : new Production.Choice(alternatives);
    }

    private Production sequence() {
        List<Production> parts = new ArrayList<>();
        while (at < words.length && !words[at].equals("|") && !words[at].matches("[]}](\\.\\.\\.|\\+)?")) {
            parts.add(element());
        }
        return parts.size() == 1 ? parts.get(0) : new Production.Sequence(parts);
    }

    private Production element() {
        String word = words[at++];
        if (word.equals("[")) {
            Production part = choice();
            return repeated(new Production.Maybe(part), words[at++].substring(1));
        }
        if (word.equals("{")) {
            Production part = choice();
            return repeated(part, words[at++].substring(1));
        }
        if (word.matches("<[a-z_]+>(\\.\\.\\.|\\+)?")) {
            int end = word.indexOf('>');
            return repeated(new Production.Rule(word.substring(1, end)), word.substring(end + 1));
        }
        return new Production.Literal(word.startsWith("\\") ? word.substring(1) : word);
    }

    private static Production repeated(Production part, String suffix) {
        return switch (suffix) {
            case "..." -> new Production.Repeat(part, ",");
            case "+" -> new Production.Repeat(part, "");
            default -> part;
        };
    }
}
