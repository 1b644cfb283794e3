using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KitchenGuard.Data.Migrations
{
    /// <inheritdoc />
    public partial class RequestHashes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "request_hash",
                schema: "inventory",
                table: "stock_movements",
                type: "uuid",
                nullable: true);
        }
    }
}
