class Raw {
    string a = $"""
        SELECT * FROM ecommerce.orders WHERE id = {id}
        """;
    string b = """SELECT "x" FROM saas_platform.users WHERE id = 1""";
}
