using Microsoft.EntityFrameworkCore.Migrations;

public partial class Init : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(name: "products", columns: t => new { id = t.Column<int>() });
        migrationBuilder.AddForeignKey(name: "fk", table: "order_items", column: "users", principalTable: "orders");
        migrationBuilder.Sql("UPDATE users SET orders = 1");
    }
}
