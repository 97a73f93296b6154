package io.github.schemasplit.sqltext;

import java.util.Optional;

/** What is done to a text so that it can stand within another. */
public enum Quoting {
    /** {@code '…'}: a quote is written twice. */
    QUOTES {
        @Override
        Optional<String> write(String text) {
            return Optional.of(text.replace("'", "''"));
        }
    },
    /** {@code E'…'}: a quote and a backslash are written twice. */
    BACKSLASHES {
        @Override
        Optional<String> write(String text) {
            return Optional.of(text.replace("'", "''").replace("\\", "\\\\"));
        }
    },
    /** {@code $tag$…$tag$}: all is written as it is, and a dollar might end it. */
    DOLLARS {
        @Override
        Optional<String> write(String text) {
            return Optional.of(text).filter(t -> t.indexOf('$') < 0);
        }
    },
    /** The template of {@code format}: a percent sign is written twice. */
    PERCENTS {
        @Override
        Optional<String> write(String text) {
            return Optional.of(text.replace("%", "%%"));
        }
    };

    /** The text as it is to be written; empty when it cannot be. */
    abstract Optional<String> write(String text);
}
