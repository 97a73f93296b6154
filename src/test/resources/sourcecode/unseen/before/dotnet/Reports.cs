class Reports
{
    const string Table = "orders";

    void Run(DbConnection db)
    {
        db.Query(string.Format("SELECT * FROM {0} WHERE id = {1}", Table, 1));
        db.Query(string.Format("SELECT * FROM {1} WHERE id = {0:N2} AND x = '{{0}}'", 1, "users"));
        Assert.AreEqual(1, n, "SELECT * FROM orders WHERE id = 1");
        done.Should().BeTrue("DELETE FROM orders was asked for");
        Console.WriteLine(string.Format("DELETE FROM {0} is done", Table));
    }
}
