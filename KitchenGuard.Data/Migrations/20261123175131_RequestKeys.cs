using System;
using KitchenGuard.Data.Postgres;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KitchenGuard.Data.Migrations
{
    /// <inheritdoc />
    public partial class RequestKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "request_keys",
                schema: "auth",
                columns: table => new
                {
                    restaurant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    location = table.Column<string>(type: "text", nullable: true),
                    e_tag = table.Column<string>(type: "text", nullable: true),
                    content_type = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: true),
                    broke_off = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_keys", x => new { x.restaurant_id, x.user_id, x.key });
                    table.ForeignKey(
                        name: "fk_request_keys_restaurants_restaurant_id",
                        column: x => x.restaurant_id,
                        principalSchema: "auth",
                        principalTable: "restaurants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_request_keys_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "auth",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_request_keys_restaurant_id_created_at",
                schema: "auth",
                table: "request_keys",
                columns: new[] { "restaurant_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_request_keys_user_id",
                schema: "auth",
                table: "request_keys",
                column: "user_id");

            migrationBuilder.Sql(MigrationScript.Read("RequestKeys.sql"));
        }
    }
}
