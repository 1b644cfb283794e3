using KitchenGuard.Data.Postgres;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KitchenGuard.Data.Migrations
{
    /// <inheritdoc />
    public partial class SupplierSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(MigrationScript.Read("SupplierSearch.sql"));
    }
}
