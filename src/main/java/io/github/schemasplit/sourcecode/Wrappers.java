package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.Constants.Constant;
import io.github.schemasplit.sourcecode.Constants.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the functions of scripts that hand one of their parameters to {@code from}. */
final class Wrappers {
    private static final String PARAMETER_OF = "parameter of ";
    private static final Set<String> NO_NAMES = Set.of("if", "for", "while", "switch", "catch", "function", "");
    /** How much may stand between the parameters and the body, for the type that is returned. */
    private static final int FARTHEST = 16;

    private final Code code;
    private final List<Constant> found = new ArrayList<>();

    private Wrappers(Code code) {
        this.code = code;
    }

    /** They, as constants whose value is the number of the parameter. */
    static List<Constant> in(Code code) {
        Wrappers wrappers = new Wrappers(code);
        for (int i = 2; i < code.size(); i++) {
            boolean from = code.is(i, "from") && code.is(i - 1, ".") && code.is(i + 1, "(");
            if (from && code.isWord(i + 2) && code.is(i + 3, ")") && !code.is(i - 2, "storage")) {
                wrappers.wrapper(i, code.text(i + 2));
            }
        }
        return wrappers.found;
    }

    /** The name that {@link Constants} has the parameter of a function by. */
    static String parameterOf(String function) {
        return PARAMETER_OF + function;
    }

    /** Which argument of a call a piece of code is in, from 0. */
    static int argument(Code code, int open, int at) {
        int number = 0;
        for (int i = open + 1; i < at; i++) {
            number += code.is(i, ",") ? 1 : 0;
            i = code.partner(i) > i ? code.partner(i) : i;
        }
        return number;
    }

    /** Looks for the function around a piece of code that has a parameter of that name. */
    private void wrapper(int at, String parameter) {
        int arrow = at;
        while (arrow > 0 && at - arrow < FARTHEST && !code.is(arrow, "=>") && !code.is(arrow, "{")) {
            arrow = code.partner(arrow) >= 0 && code.partner(arrow) < arrow ? code.partner(arrow) - 1 : arrow - 1;
        }
        if (code.is(arrow, "=>") && code.is(arrow - 1, ")") && isParameter(code.partner(arrow - 1), parameter)) {
            return;
        }
        for (int brace = code.enclosing(at); brace >= 0; brace = code.enclosing(brace)) {
            int close = brace - 1;
            while (close > 0 && !code.is(close, ")") && brace - close < FARTHEST) {
                close--;
            }
            int open = code.partner(close);
            if (!code.is(close, ")") || open < 0) {
                continue;
            }
            if (isParameter(open, parameter)) {
                return;
            }
        }
    }

    /** Adds the function whose parameters a parenthesis opens, if one of them has that name. */
    private boolean isParameter(int open, String parameter) {
        for (int i = open + 1; open >= 0 && i < code.partner(open); i++) {
            if (code.is(i, parameter) && (code.is(i - 1, "(") || code.is(i - 1, ","))) {
                add(nameOf(open), argument(code, open, i));
                return true;
            }
        }
        return false;
    }

    private String nameOf(int open) {
        int i = open - 1;
        if (code.is(i, ">")) {
            // The parameters of a type.
            while (i > 0 && open - i < FARTHEST && !code.is(i, "<")) {
                i--;
            }
            i--;
        }
        i = code.is(i, "async") ? i - 1 : i;
        return code.text(code.is(i, "=") ? i - 1 : i);
    }

    private void add(String name, int parameter) {
        if (!NO_NAMES.contains(name)) {
            found.add(new Constant(
                    code.source().path(), "", parameterOf(name), List.of(new Part(String.valueOf(parameter), false))));
        }
    }
}
