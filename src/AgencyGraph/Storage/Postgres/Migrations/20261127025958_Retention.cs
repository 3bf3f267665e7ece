using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AgencyGraph.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Retention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "legal_holds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    record_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: true),
                    child_record_id = table.Column<Guid>(type: "uuid", nullable: true),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: true),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    by_agency_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    by = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C"),
                    placed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    lifted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    lifted_by = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: true, collation: "C"),
                    lift_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_holds", x => x.id);
                    table.ForeignKey(
                        name: "fk_legal_holds_agencies_by_agency_code",
                        column: x => x.by_agency_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "retention_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    controller_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    record_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_record_id = table.Column<Guid>(type: "uuid", nullable: true),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: true),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    runs_from = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    years = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    raised_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    keep_until = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    by = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: true, collation: "C"),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_reviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_retention_reviews_agencies_controller_code",
                        column: x => x.controller_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tombstones",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    controller_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    by = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C"),
                    erased_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    key_destroyed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tombstones", x => x.id);
                    table.ForeignKey(
                        name: "fk_tombstones_agencies_controller_code",
                        column: x => x.controller_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "held_children",
                columns: table => new
                {
                    hold_id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_held_children", x => new { x.hold_id, x.child_id });
                    table.ForeignKey(
                        name: "fk_held_children_children_child_id",
                        column: x => x.child_id,
                        principalTable: "children",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_held_children_legal_holds_hold_id",
                        column: x => x.hold_id,
                        principalTable: "legal_holds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reviewed_children",
                columns: table => new
                {
                    review_id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviewed_children", x => new { x.review_id, x.child_id });
                    table.ForeignKey(
                        name: "fk_reviewed_children_children_child_id",
                        column: x => x.child_id,
                        principalTable: "children",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reviewed_children_retention_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "retention_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_child_records_agency_code_recorded_at_id",
                table: "child_records",
                columns: new[] { "agency_code", "recorded_at", "id" },
                filter: "local_reference IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_held_children_child_id",
                table: "held_children",
                column: "child_id");

            migrationBuilder.CreateIndex(
                name: "ix_legal_holds_by_agency_code_placed_at_id",
                table: "legal_holds",
                columns: new[] { "by_agency_code", "placed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_legal_holds_record_id",
                table: "legal_holds",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ux_legal_holds_standing",
                table: "legal_holds",
                columns: new[] { "record_id", "by_agency_code" },
                unique: true,
                filter: "lifted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_retention_reviews_controller_code_due_at_id",
                table: "retention_reviews",
                columns: new[] { "controller_code", "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_retention_reviews_record_id_keep_until",
                table: "retention_reviews",
                columns: new[] { "record_id", "keep_until" });

            migrationBuilder.CreateIndex(
                name: "ux_retention_reviews_open",
                table: "retention_reviews",
                column: "record_id",
                unique: true,
                filter: "verdict IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reviewed_children_child_id",
                table: "reviewed_children",
                column: "child_id");

            migrationBuilder.CreateIndex(
                name: "ix_tombstones_controller_code",
                table: "tombstones",
                column: "controller_code");

            migrationBuilder.CreateIndex(
                name: "ix_tombstones_key_destroyed_at",
                table: "tombstones",
                column: "key_destroyed_at",
                filter: "record_kind = 'CHILD'");

            migrationBuilder.CreateIndex(
                name: "ix_tombstones_record_id_record_kind",
                table: "tombstones",
                columns: new[] { "record_id", "record_kind" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "held_children");

            migrationBuilder.DropTable(
                name: "reviewed_children");

            migrationBuilder.DropTable(
                name: "tombstones");

            migrationBuilder.DropTable(
                name: "legal_holds");

            migrationBuilder.DropTable(
                name: "retention_reviews");

            migrationBuilder.DropIndex(
                name: "ix_child_records_agency_code_recorded_at_id",
                table: "child_records");
        }
    }
}
