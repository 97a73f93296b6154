package io.github.schemasplit.sqltext;

import java.util.Locale;

/**
 * What has been seen of a statement so far, as far as it decides where the statement ends and what follows it. A new one is
 * made for each statement; it is shown every token that is not blank.
 */
final class StatementShape {
    private final String script;
    private int tokens;
    private int parentheses;
    private int atomicDepth;
    private boolean createsRoutine;
    private boolean copies;
    private boolean fromStdin;
    private Setting setting = Setting.NONE;
    private String beforeThat = "";
    private String previous = "";

    /** How far {@code SET standard_conforming_strings = value} has been read. */
    private enum Setting {
        NONE,
        SET,
        NAMED,
        ON,
        OFF
    }

    StatementShape(String script) {
        this.script = script;
    }

    void see(Token token) {
        String text = token.kind() == TokenKind.WORD || token.kind() == TokenKind.PUNCTUATION ? word(token) : "";
        switch (token.kind()) {
            case PUNCTUATION -> seeMark(text);
            case WORD -> seeWord(text);
            default -> {}
        }
        seeSetting(token);
        tokens++;
        beforeThat = previous;
        previous = text;
    }

    private String word(Token token) {
        return token.text(script).toUpperCase(Locale.ROOT);
    }

    private void seeMark(String mark) {
        if (mark.equals("(")) {
            parentheses++;
        } else if (mark.equals(")") && parentheses > 0) {
            parentheses--;
        }
    }

    private void seeWord(String word) {
        if (previous.equals(".") || previous.equals("AS")) {
            return;
        }
        switch (word) {
            case "COPY" -> copies |= tokens == 0;
            case "STDIN" -> fromStdin |= parentheses == 0 && previous.equals("FROM");
            case "FUNCTION", "PROCEDURE" ->
                createsRoutine |= (tokens == 1 && previous.equals("CREATE"))
                        || (tokens == 3 && beforeThat.equals("OR") && previous.equals("REPLACE"));
            case "ATOMIC" -> {
                if (createsRoutine && previous.equals("BEGIN") && parentheses == 0) {
                    atomicDepth++;
                }
            }
            case "CASE" -> {
                if (atomicDepth > 0) {
                    atomicDepth++;
                }
            }
            case "END" -> {
                if (atomicDepth > 0) {
                    atomicDepth--;
                }
            }
            default -> {}
        }
    }

    private void seeSetting(Token token) {
        if (tokens == 0) {
            setting = token.isWord(script, "SET") ? Setting.SET : Setting.NONE;
        } else if (setting == Setting.SET) {
            if (token.isWord(script, "standard_conforming_strings")) {
                setting = Setting.NAMED;
            } else if (!token.isWord(script, "SESSION") && !token.isWord(script, "LOCAL")) {
                setting = Setting.NONE;
            }
        } else if (setting == Setting.NAMED && token.kind() != TokenKind.OPERATOR && !token.isWord(script, "TO")) {
            setting = isOff(token) ? Setting.OFF : Setting.ON;
        }
    }

    private boolean isOff(Token token) {
        String value = token.text(script).replace("'", "");
        return value.equalsIgnoreCase("off") || value.equalsIgnoreCase("false") || value.equals("0");
    }

    /** Whether a semicolon ends the statement here. */
    boolean endsAtSemicolon() {
        return parentheses == 0 && atomicDepth == 0;
    }

    /** Whether rows follow it in the script. */
    boolean takesRows() {
        return copies && fromStdin;
    }

    /** What strings mean after it, when it set that; else {@code current}. */
    StringSyntax syntaxAfter(StringSyntax current) {
        return switch (setting) {
            case ON -> StringSyntax.STANDARD;
            case OFF -> StringSyntax.BACKSLASH;
            default -> current;
        };
    }
}
