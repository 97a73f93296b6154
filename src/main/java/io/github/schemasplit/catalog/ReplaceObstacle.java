package io.github.schemasplit.catalog;

/** What hinders the connecting role from replacing a routine, besides who owns it and what its schema allows. */
public enum ReplaceObstacle {
    /** Nothing. */
    NONE,
    /**
     * The default of an argument holds a constant of a type that is, or has within it, a type of somebody who lacks the role's rights:
     * whoever writes the default anew has the constraints of domains in it checked, which may call any function.
     */
    CONSTANT,
    /** Its COST or ROWS has more than six digits, and the server prints no more. */
    DIGITS,
    /** It is LEAKPROOF or has a planner support function: only a superuser may make it anew. */
    SUPERUSER,
    /** The role may not set one of its settings. */
    SETTING,
    /** The role lacks EXECUTE on it, as an owner may: without, the language's validator refuses the new text. */
    EXECUTE,
    /** The role lacks USAGE on its language. */
    LANGUAGE,
    /** The role lacks USAGE on the type of an argument, or of what it returns. */
    TYPE
}
