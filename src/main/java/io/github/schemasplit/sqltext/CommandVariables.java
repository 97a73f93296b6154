package io.github.schemasplit.sqltext;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of a routine that hold statements and are for nothing else: they are set, added to at their end, run with EXECUTE,
 * and shown with RAISE.
 */
final class CommandVariables {
    private final TokenCursor tokens;
    private final Map<String, List<Assignment>> assignments = new LinkedHashMap<>();

    CommandVariables(Grammar grammar) {
        this.tokens = grammar.tokens;
        for (TokenRange command : grammar.commands) {
            if (command.end() == command.start() + 1) {
                tokens.back(command.start());
                if (tokens.isWord()) {
                    assignments.put(tokens.word(), new ArrayList<>());
                }
            }
        }
        Map<Integer, Assignment> byVariable = new HashMap<>();
        for (Assignment assignment : grammar.assignments) {
            byVariable.put(assignment.variable(), assignment);
        }
        for (tokens.back(0); !tokens.isEnd() && !assignments.isEmpty(); tokens.next()) {
            List<Assignment> own = tokens.isWord() ? assignments.get(tokens.word()) : null;
            if (own != null && !tokens.word(-1).equals(".")) {
                Assignment assignment = byVariable.get(tokens.position());
                if (assignment != null) {
                    own.add(assignment);
                } else if (!isHarmless(grammar, tokens.position())) {
                    assignments.remove(tokens.word());
                }
            }
        }
    }

    private boolean isHarmless(Grammar grammar, int position) {
        return grammar.commands.contains(new TokenRange(position, position + 1))
                || grammar.declared.contains(position)
                || grammar.messages.stream().anyMatch(m -> m.start() <= position && position < m.end())
                || grammar.assignments.stream().anyMatch(a -> a.value().start() == position && isAddition(a));
    }

    /** Whether a value is that of the variable itself with something behind it. */
    private boolean isAddition(Assignment assignment) {
        int position = tokens.position();
        tokens.back(assignment.variable());
        String variable = tokens.word();
        tokens.back(assignment.value().start());
        boolean addition = tokens.is(variable) && tokens.word(1).equals("||");
        tokens.back(position);
        return addition;
    }

    /** The values of all of these variables, each with whether what is added to it may go on with its last word. */
    Map<TokenRange, Boolean> values() {
        Map<TokenRange, Boolean> values = new LinkedHashMap<>();
        for (List<Assignment> own : assignments.values()) {
            boolean goesOn = own.stream().anyMatch(a -> isAddition(a) && !beginsApart(a));
            for (Assignment assignment : own) {
                values.put(assignment.value(), goesOn);
            }
        }
        return values;
    }

    /** Whether an addition begins with something that ends the word before it. */
    private boolean beginsApart(Assignment addition) {
        int position = tokens.position();
        tokens.back(addition.value().start() + 2);
        Optional<ConstantText> first = tokens.constant();
        tokens.back(position);
        return first.map(ConstantText::value)
                .filter(v -> !v.isEmpty() && !Chars.isWordPart(v.charAt(0)) && v.charAt(0) != '.' && v.charAt(0) != '"')
                .isPresent();
    }
}
