package io.github.schemasplit.report;

/** A database whose names and comments would be markup, or would end a script, in a page that did not escape them. */
final class HostileNames {
    static final String IMAGE = "<img src=x onerror=alert(1)>";
    static final String COMMENT = "</script><script>document.title = 'run'</script>";

    static final String CDATA = "]]></svg></style><img src=z onerror=alert(3)>";

    static final String SQL = """
            CREATE TABLE "%1$s" (id int PRIMARY KEY);
            COMMENT ON TABLE "%1$s" IS '%2$s';
            CREATE TABLE "a\u202Eb
            c" (id int REFERENCES "%1$s", "</style><b>" int);
            CREATE TABLE "' onmouseover='alert(1)" (id int PRIMARY KEY REFERENCES "%1$s");
            CREATE TABLE "%3$s" (id int REFERENCES "' onmouseover='alert(1)");
            """.formatted(IMAGE, COMMENT.replace("'", "''"), CDATA);

    static final String MAPPING = """
            schemas:
              "</script><img src=y onerror=alert(2)>":
                purpose: "</details></main><script>document.title = 'run'</script>"
                tables: ["%s"]
              "a & b\\"":
                tables: ["a\\u202Eb\\nc"]
              plain:
                tables: ["' onmouseover='alert(1)", "%s"]
            """.formatted(IMAGE, CDATA);

    private HostileNames() {}
}
