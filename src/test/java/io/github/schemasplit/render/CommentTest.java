package io.github.schemasplit.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentTest {
    @Test
    void staysOnOneLineWhateverANameHolds() {
        String text = new Comment("table a\nDROP TABLE b;\r\u2028\u0085\0 */ ${x} \\q :x").sql();

        assertThat(text).isEqualTo("-- table a\\u000ADROP TABLE b;\\u000D\\u2028\\u0085\\u0000 */ ${x} \\q :x");
    }

    @Test
    void showsWhatTurnsTheWritingDirection() {
        assertThat(new Comment("a\u202Eb\uD800").sql()).isEqualTo("-- a\\u202Eb\\uD800");
    }

    @Test
    void keepsLettersOfEveryScript() {
        assertThat(new Comment("Größe 表 😀").sql()).isEqualTo("-- Größe 表 😀");
    }

    @Test
    void quotesABlockWithATagThatItDoesNotHold() {
        assertThat(new DoBlock("'$guard$ $guard1$'").sql()).isEqualTo("DO $guard2$\n'$guard$ $guard1$'\n$guard2$");
    }
}
