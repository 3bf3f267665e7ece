using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AgencyGraph.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Deadlines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "clocks",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    council_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    starts = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    stops = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    time_limit = table.Column<int>(type: "INTEGER", nullable: true),
                    unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    convention = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    hours = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true),
                    amber_percent = table.Column<int>(type: "INTEGER", nullable: false),
                    pauses = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    checked_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clocks", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "deadlines",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    record_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    record_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    clock_key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    clock_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    actor_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    originator_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    council_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    is_shared = table.Column<bool>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    counted_from = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    amber_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ordered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_unknown = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    escalation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    escalated_at = table.Column<long>(type: "INTEGER", nullable: true),
                    next_crossing_at = table.Column<long>(type: "INTEGER", nullable: true),
                    paused_at = table.Column<long>(type: "INTEGER", nullable: true),
                    pause_reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    time_left = table.Column<long>(type: "INTEGER", nullable: true),
                    stopped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_as = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deadlines", x => x.id);
                    table.ForeignKey(
                        name: "fk_deadlines_agencies_actor_code",
                        column: x => x.actor_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deadlines_clocks_clock_key",
                        column: x => x.clock_key,
                        principalTable: "clocks",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deadline_children",
                columns: table => new
                {
                    deadline_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    child_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deadline_children", x => new { x.deadline_id, x.child_id });
                    table.ForeignKey(
                        name: "fk_deadline_children_children_child_id",
                        column: x => x.child_id,
                        principalTable: "children",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deadline_children_deadlines_deadline_id",
                        column: x => x.deadline_id,
                        principalTable: "deadlines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deadline_pauses",
                columns: table => new
                {
                    deadline_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    paused_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    paused_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    resumed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deadline_pauses", x => new { x.deadline_id, x.paused_at });
                    table.ForeignKey(
                        name: "fk_deadline_pauses_deadlines_deadline_id",
                        column: x => x.deadline_id,
                        principalTable: "deadlines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "referral_deadlines",
                columns: table => new
                {
                    referral_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    deadline_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referral_deadlines", x => new { x.referral_id, x.deadline_id });
                    table.ForeignKey(
                        name: "fk_referral_deadlines_deadlines_deadline_id",
                        column: x => x.deadline_id,
                        principalTable: "deadlines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_referral_deadlines_referrals_referral_id",
                        column: x => x.referral_id,
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_deadline_children_child_id",
                table: "deadline_children",
                column: "child_id");

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_actor_code_ordered_at_id",
                table: "deadlines",
                columns: new[] { "actor_code", "ordered_at", "id" },
                filter: "stopped_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_clock_key",
                table: "deadlines",
                column: "clock_key");

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_next_crossing_at_id",
                table: "deadlines",
                columns: new[] { "next_crossing_at", "id" },
                filter: "next_crossing_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_ordered_at_id",
                table: "deadlines",
                columns: new[] { "ordered_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_originator_code_ordered_at_id",
                table: "deadlines",
                columns: new[] { "originator_code", "ordered_at", "id" },
                filter: "stopped_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_record_id",
                table: "deadlines",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_running",
                table: "deadlines",
                columns: new[] { "ordered_at", "id" },
                filter: "stopped_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_unknown",
                table: "deadlines",
                column: "id",
                filter: "due_unknown IS NOT NULL AND stopped_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_deadlines_running",
                table: "deadlines",
                columns: new[] { "record_id", "clock_code" },
                unique: true,
                filter: "stopped_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_referral_deadlines_deadline_id",
                table: "referral_deadlines",
                column: "deadline_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "deadline_children");

            migrationBuilder.DropTable(
                name: "deadline_pauses");

            migrationBuilder.DropTable(
                name: "referral_deadlines");

            migrationBuilder.DropTable(
                name: "deadlines");

            migrationBuilder.DropTable(
                name: "clocks");
        }
    }
}
