using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AgencyGraph.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class BreakGlass : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_until_review",
                table: "suspensions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "broken_glass",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    child_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    council_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    originator_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    worker = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: true),
                    by_agency_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 159, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    open_until = table.Column<long>(type: "INTEGER", nullable: true),
                    review_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    reviewed_by = table.Column<string>(type: "TEXT", maxLength: 159, nullable: true),
                    reviewed_at = table.Column<long>(type: "INTEGER", nullable: true)
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
        }
    }
}
