package io.github.schemasplit.sourcecode;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file is written in, as its name tells. */
public enum Language {
    SQL("SQL", true, "sql", "psql", "pgsql", "ddl"),
    JAVA("Java", true, "java"),
    TYPESCRIPT("TypeScript", true, "ts", "mts", "cts", "tsx"),
    JAVASCRIPT("JavaScript", true, "js", "mjs", "cjs", "jsx"),
    KOTLIN("Kotlin", true, "kt", "kts"),
    GROOVY("Groovy", false, "groovy", "gradle"),
    SCALA("Scala", false, "scala", "sc"),
    PYTHON("Python", true, "py"),
    GO("Go", true, "go"),
    RUBY("Ruby", true, "rb", "rake"),
    PHP("PHP", true, "php"),
    C_SHARP("C#", true, "cs"),
    RUST("Rust", false, "rs"),
    DART("Dart", false, "dart"),
    SWIFT("Swift", false, "swift"),
    ELIXIR("Elixir", false, "ex", "exs", "eex", "heex"),
    ERLANG("Erlang", false, "erl"),
    CLOJURE("Clojure", false, "clj", "cljs", "cljc"),
    HASKELL("Haskell", false, "hs"),
    F_SHARP("F#", false, "fs", "fsx"),
    VISUAL_BASIC("Visual Basic", false, "vb"),
    C("C and C++", false, "c", "cc", "cpp", "cxx", "h", "hpp"),
    PERL("Perl", false, "pl", "pm"),
    LUA("Lua", false, "lua"),
    R("R", false, "r", "rmd"),
    JULIA("Julia", false, "jl"),
    TERRAFORM("Terraform", false, "tf", "hcl"),
    XML("XML", true, "xml"),
    YAML("YAML", true, "yml", "yaml"),
    PROPERTIES("properties", true, "properties", "env", "conf", "cfg", "ini"),
    TOML("TOML", true, "toml"),
    JSON("JSON", false, "json", "jsonc", "json5"),
    PRISMA("Prisma schemas", true, "prisma"),
    VUE("Vue and Svelte components", true, "vue", "svelte"),
    SHELL("shell scripts", true, "sh", "bash", "zsh", "dockerfile", "makefile", "procfile", "justfile"),
    GRAPHQL("GraphQL", false, "graphql", "gql"),
    NOTEBOOK("notebooks", false, "ipynb"),
    TEMPLATE("templates", false, "erb", "cshtml", "j2", "tpl", "tmpl", "mustache", "hbs", "ftl", "vm");

    private final String title;
    private final boolean isRead;
    private final List<String> endings;

    Language(String title, boolean isRead, String... endings) {
        this.title = title;
        this.isRead = isRead;
        this.endings = List.of(endings);
    }

    /** The language of a file; empty where its name is of none that could name tables. */
    static Optional<Language> of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(values()).filter(l -> l.endings.contains(ending)).findFirst();
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** Whether files in it are of settings, or of other values with names. */
    boolean isOfSettings() {
        return this == YAML || this == PROPERTIES || this == TOML || this == XML;
    }

    /** Whether a file may concern us that has no name of what moves in it. */
    boolean mayConcern(String text) {
        return switch (this) {
            case JAVA, KOTLIN -> text.contains("@Entity") || text.contains("org.springframework.data.annotation.Id");
            case XML -> text.contains("inputSchema");
            case YAML, PROPERTIES, TOML -> text.toLowerCase(Locale.ROOT).contains("schema");
            case TYPESCRIPT, JAVASCRIPT -> text.contains("typeorm") || text.contains("equelize");
            case RUBY, PHP, PYTHON, GO, C_SHARP -> ImpliedRecords.mayBeIn(text);
            default -> false;
        };
    }

    /** How its code is read; empty where it is read in another way, or not at all. */
    Optional<Syntax> syntax() {
        return switch (this) {
            case JAVA -> Optional.of(Syntax.JAVA);
            case KOTLIN -> Optional.of(Syntax.KOTLIN);
            case TYPESCRIPT, JAVASCRIPT, VUE -> Optional.of(Syntax.SCRIPT);
            case PRISMA -> Optional.of(Syntax.JAVA);
            case PYTHON -> Optional.of(Syntax.PYTHON);
            case GO -> Optional.of(Syntax.GO);
            case RUBY -> Optional.of(Syntax.RUBY);
            case PHP -> Optional.of(Syntax.PHP);
            case C_SHARP -> Optional.of(Syntax.C_SHARP);
            case SHELL -> Optional.of(Syntax.SHELL);
            default -> Optional.empty();
        };
    }

    /** Finds what moves in a file. */
    void read(SourceText source, MovedNames names, Constants constants, Findings findings) {
        if (this == SQL) {
            new SqlFile(names, findings).read(source);
            return;
        }
        if (this == XML) {
            new XmlFile(source, names, findings).read();
            return;
        }
        if (isOfSettings()) {
            new SettingsFile(source, names, constants, findings)
                    .read(this == YAML ? SettingLines.ofYaml(source.text()) : SettingLines.ofProperties(source.text()));
            return;
        }
        CodeReading reading = new CodeReading(names, constants, findings);
        if (this == VUE) {
            ScriptElements.in(source).forEach(reading::script);
            ComponentExpressions.in(source).forEach(reading::script);
            return;
        }
        Code code = CodeLexer.read(source, this, syntax().orElseThrow());
        switch (this) {
            case JAVA, KOTLIN -> reading.java(code);
            case TYPESCRIPT, JAVASCRIPT -> reading.script(code);
            case SHELL -> reading.strings(code);
            case PRISMA -> new PrismaFile(code, names, findings).read();
            default -> reading.other(code);
        }
    }

    /** Whether files in it are read; what is not read is said. */
    boolean isRead() {
        return isRead;
    }
}
