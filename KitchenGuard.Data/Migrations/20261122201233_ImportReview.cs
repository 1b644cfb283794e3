using System;
using KitchenGuard.Data.Postgres;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KitchenGuard.Data.Migrations
{
    /// <inheritdoc />
    public partial class ImportReview : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_imports_unfinished",
                schema: "inventory",
                table: "imports");

            migrationBuilder.AddColumn<Guid>(
                name: "mends_import_id",
                schema: "inventory",
                table: "imports",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "undo_reversed",
                schema: "inventory",
                table: "imports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "undone_at",
                schema: "inventory",
                table: "imports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "undone_by",
                schema: "inventory",
                table: "imports",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_general",
                schema: "inventory",
                table: "import_issues",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "import_edits",
                schema: "inventory",
                columns: table => new
                {
                    restaurant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    column = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    edited_by = table.Column<Guid>(type: "uuid", nullable: true),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_edits", x => new { x.restaurant_id, x.import_id, x.line, x.column });
                });

            migrationBuilder.CreateTable(
                name: "import_undo_items",
                schema: "inventory",
                columns: table => new
                {
                    restaurant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_undo_items", x => new { x.restaurant_id, x.import_id, x.item_id });
                });

            migrationBuilder.CreateTable(
                name: "mapping_memories",
                schema: "inventory",
                columns: table => new
                {
                    restaurant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false),
                    choices = table.Column<string>(type: "jsonb", nullable: false),
                    updated_by = table.Column<Guid>(type: "uuid", nullable: true),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mapping_memories", x => new { x.restaurant_id, x.signature });
                });

            migrationBuilder.CreateTable(
                name: "outgoing_mails",
                schema: "auth",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    failure = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outgoing_mails", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_imports_unfinished",
                schema: "inventory",
                table: "imports",
                column: "created_at",
                filter: "status in ('pending', 'running', 'undoing')");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_mails_unsent",
                schema: "auth",
                table: "outgoing_mails",
                column: "created_at",
                filter: "sent_at is null");

            migrationBuilder.Sql(MigrationScript.Read("ImportReview.sql"));
        }
    }
}
