using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AgencyGraph.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class BreakGlass : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "name",
                table: "suspensions",
                type: "character varying(240)",
                maxLength: 240,
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(159)",
                oldMaxLength: 159,
                oldCollation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "is_until_review",
                table: "suspensions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<string>(
                name: "name",
                table: "access_decisions",
                type: "character varying(240)",
                maxLength: 240,
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(159)",
                oldMaxLength: 159,
                oldCollation: "C");

            migrationBuilder.CreateTable(
                name: "broken_glass",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    council_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    originator_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    worker = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    ordinal = table.Column<int>(type: "integer", nullable: true),
                    by_agency_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    by = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C"),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reason_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    open_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    review_due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    reviewed_by = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: true, collation: "C"),
                    reviewed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_broken_glass", x => x.id);
                    table.ForeignKey(
                        name: "fk_broken_glass_agencies_by_agency_code",
                        column: x => x.by_agency_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_broken_glass_agencies_council_code",
                        column: x => x.council_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_child_records_born_on",
                table: "child_records",
                column: "born_on",
                filter: "born_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_child_records_upn",
                table: "child_records",
                column: "upn",
                filter: "upn IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_broken_glass_by_agency_code",
                table: "broken_glass",
                column: "by_agency_code");

            migrationBuilder.CreateIndex(
                name: "ix_broken_glass_child_id",
                table: "broken_glass",
                column: "child_id");

            migrationBuilder.CreateIndex(
                name: "ix_broken_glass_council_code_at_id",
                table: "broken_glass",
                columns: new[] { "council_code", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_broken_glass_originator_code_at_id",
                table: "broken_glass",
                columns: new[] { "originator_code", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_broken_glass_state_review_due_at",
                table: "broken_glass",
                columns: new[] { "state", "review_due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_broken_glass_worker_ordinal",
                table: "broken_glass",
                columns: new[] { "worker", "ordinal" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "broken_glass");

            migrationBuilder.DropIndex(
                name: "ix_child_records_born_on",
                table: "child_records");

            migrationBuilder.DropIndex(
                name: "ix_child_records_upn",
                table: "child_records");

            migrationBuilder.DropColumn(
                name: "is_until_review",
                table: "suspensions");

            migrationBuilder.AlterColumn<string>(
                name: "name",
                table: "suspensions",
                type: "character varying(159)",
                maxLength: 159,
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(240)",
                oldMaxLength: 240,
                oldCollation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "name",
                table: "access_decisions",
                type: "character varying(159)",
                maxLength: 159,
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(240)",
                oldMaxLength: 240,
                oldCollation: "C");
        }
    }
}
