using System;
using KitchenGuard.Data.Postgres;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KitchenGuard.Data.Migrations
{
    /// <inheritdoc />
    public partial class Leaving : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "deletion_reminded_at",
                schema: "auth",
                table: "restaurants",
                type: "timestamp with time zone",
                nullable: true);
            migrationBuilder.Sql(MigrationScript.Read("Leaving.sql"));
        }
    }
}
