package app;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

class Placed {
    static final String OTHER = "ecommerce";
    static final String S = "public";
    String constant = "SELECT * FROM " + S + ".orders o";
    String open = "SELECT * FROM " + schema + ".orders o";
    String formatted = String.format("SELECT * FROM %s.kept o JOIN %s u ON true", S, "users");
    String done = "SELECT * FROM " + OTHER + ".orders o";

    @Entity
    @Table(name = "orders", schema = Schemas.PUBLIC)
    class A {}

    @Entity
    @Table(name = "users", schema = Config.SCHEMA)
    class B {}

    @Entity
    @Table(name = "topics", schema = OTHER)
    class C {}
}
