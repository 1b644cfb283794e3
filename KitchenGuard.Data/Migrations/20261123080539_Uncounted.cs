using KitchenGuard.Data.Postgres;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KitchenGuard.Data.Migrations
{
    /// <inheritdoc />
    public partial class Uncounted : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<decimal>(
                name: "on_hand",
                schema: "inventory",
                table: "items",
                type: "numeric(18,6)",
                precision: 18,
                scale: 6,
                nullable: true,
                oldClrType: typeof(decimal),
                oldType: "numeric(18,6)",
                oldPrecision: 18,
                oldScale: 6,
                oldDefaultValue: 0m);

            migrationBuilder.Sql(MigrationScript.Read("Uncounted.sql"));
        }
    }
}
