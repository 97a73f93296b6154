package io.github.schemasplit.render;

/** How the runner of a script wants its lines of comments and its statements, so that it takes them as they are meant. */
interface ScriptForm {
    /** As they are. */
    ScriptForm PLAIN = new ScriptForm() {
        @Override
        public String comment(String line) {
            return line;
        }

        @Override
        public String statement(String sql) {
            return sql;
        }
    };

    /** A comment that the runner reads as nothing else. */
    String comment(String line);

    /** A statement that does the same, whatever the runner makes of its text. */
    String statement(String sql);
}
