using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AgencyGraph.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Roles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "handling",
                table: "incidents",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "needs_consent",
                table: "incidents",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "protective_marking",
                table: "incidents",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "OFFICIAL",
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "needs_consent",
                table: "child_records",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "contact",
                table: "agencies",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "registered_at",
                table: "agencies",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "agency_registrations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    by_agency_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    by = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agency_registrations", x => x.id);
                    table.ForeignKey(
                        name: "fk_agency_registrations_agencies_agency_code",
                        column: x => x.agency_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conflict_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    worker = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C"),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    by_agency_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    by = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C"),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conflict_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_conflict_decisions_agencies_by_agency_code",
                        column: x => x.by_agency_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_conflict_decisions_children_child_id",
                        column: x => x.child_id,
                        principalTable: "children",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agencies_registered_at",
                table: "agencies",
                column: "registered_at");

            migrationBuilder.CreateIndex(
                name: "ix_agency_registrations_agency_code",
                table: "agency_registrations",
                column: "agency_code");

            migrationBuilder.CreateIndex(
                name: "ix_conflict_decisions_by_agency_code",
                table: "conflict_decisions",
                column: "by_agency_code");

            migrationBuilder.CreateIndex(
                name: "ix_conflict_decisions_child_id",
                table: "conflict_decisions",
                column: "child_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agency_registrations");

            migrationBuilder.DropTable(
                name: "conflict_decisions");

            migrationBuilder.DropIndex(
                name: "ix_agencies_registered_at",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "handling",
                table: "incidents");

            migrationBuilder.DropColumn(
                name: "needs_consent",
                table: "incidents");

            migrationBuilder.DropColumn(
                name: "protective_marking",
                table: "incidents");

            migrationBuilder.DropColumn(
                name: "needs_consent",
                table: "child_records");

            migrationBuilder.DropColumn(
                name: "contact",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "registered_at",
                table: "agencies");
        }
    }
}
