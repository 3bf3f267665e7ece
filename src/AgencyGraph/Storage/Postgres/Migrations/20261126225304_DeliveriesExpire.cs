using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AgencyGraph.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DeliveriesExpire : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "announced_at",
                table: "deliveries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "expired_at",
                table: "deliveries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_to_code",
                table: "deliveries",
                column: "to_code",
                filter: "acknowledged_at IS NULL AND withdrawn_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_to_code_from_code_expired_at",
                table: "deliveries",
                columns: new[] { "to_code", "from_code", "expired_at" },
                filter: "expired_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_deliveries_to_code",
                table: "deliveries");

            migrationBuilder.DropIndex(
                name: "ix_deliveries_to_code_from_code_expired_at",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "announced_at",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "expired_at",
                table: "deliveries");
        }
    }
}
