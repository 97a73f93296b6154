package io.github.schemasplit.render;

/**
 * An anonymous PL/pgSQL block, dollar-quoted with a tag that its body does not hold.
 *
 * @param body the block, from DECLARE or BEGIN to END
 */
record DoBlock(String body) {
    String sql() {
        String tag = "$guard$";
        for (int i = 1; body.contains(tag); i++) {
            tag = "$guard" + i + "$";
        }
        return "DO " + tag + "\n" + body + "\n" + tag;
    }
}
