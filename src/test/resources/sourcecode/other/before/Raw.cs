class Raw {
    string a = $"""
        SELECT * FROM orders WHERE id = {id}
        """;
    string b = """SELECT "x" FROM users WHERE id = 1""";
}
