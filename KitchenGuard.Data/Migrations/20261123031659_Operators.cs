using KitchenGuard.Data.Postgres;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KitchenGuard.Data.Migrations
{
    /// <inheritdoc />
    public partial class Operators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reason",
                schema: "auth",
                table: "operator_entries",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_operator_entries_subject_id_id",
                schema: "auth",
                table: "operator_entries",
                columns: new[] { "subject_id", "id" });
            migrationBuilder.Sql(MigrationScript.Read("Operators.sql"));
        }
    }
}
