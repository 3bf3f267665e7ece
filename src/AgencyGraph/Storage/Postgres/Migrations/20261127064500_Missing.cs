using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AgencyGraph.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Missing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "missing_episode_id",
                table: "retention_reviews",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "missing_episode_id",
                table: "legal_holds",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "missing_episodes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    force_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reference = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    correction_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    council_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    missing_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    risk = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reported_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ingest_mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    circumstances = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true, collation: "C"),
                    looked_after = table.Column<bool>(type: "boolean", nullable: true),
                    on_plan = table.Column<bool>(type: "boolean", nullable: true),
                    status_by_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    status_stated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    found_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    found_recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    found_received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    how_found = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    interview_offered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    interview_answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    interview_held_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    is_interview_independent = table.Column<bool>(type: "boolean", nullable: true),
                    interview_risk_points = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    interview_content = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true, collation: "C"),
                    interview_by_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    interview_recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    found_place_lines = table.Column<string>(type: "character varying(606)", maxLength: 606, nullable: true, collation: "C"),
                    found_place_postcode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true, collation: "C"),
                    missing_from_lines = table.Column<string>(type: "character varying(606)", maxLength: 606, nullable: true, collation: "C"),
                    missing_from_postcode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true, collation: "C"),
                    safe_found_place_lines = table.Column<string>(type: "character varying(606)", maxLength: 606, nullable: true, collation: "C"),
                    safe_found_place_postcode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true, collation: "C"),
                    safe_missing_from_lines = table.Column<string>(type: "character varying(606)", maxLength: 606, nullable: true, collation: "C"),
                    safe_missing_from_postcode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_missing_episodes", x => x.id);
                    table.ForeignKey(
                        name: "fk_missing_episodes_agencies_council_code",
                        column: x => x.council_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_missing_episodes_agencies_force_code",
                        column: x => x.force_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_missing_episodes_agencies_interview_by_code",
                        column: x => x.interview_by_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_missing_episodes_agencies_status_by_code",
                        column: x => x.status_by_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_missing_episodes_child_records_record_id",
                        column: x => x.record_id,
                        principalTable: "child_records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_missing_episodes_children_child_id",
                        column: x => x.child_id,
                        principalTable: "children",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "episode_deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    episode_id = table.Column<Guid>(type: "uuid", nullable: false),
                    occasion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    from_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    to_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    shared_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    delivered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    acknowledged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    returned_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    announced_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    expired_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_episode_deliveries", x => x.id);
                    table.ForeignKey(
                        name: "fk_episode_deliveries_agencies_from_code",
                        column: x => x.from_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_episode_deliveries_agencies_to_code",
                        column: x => x.to_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_episode_deliveries_missing_episodes_episode_id",
                        column: x => x.episode_id,
                        principalTable: "missing_episodes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "repeated_episodes",
                columns: table => new
                {
                    episode_id = table.Column<Guid>(type: "uuid", nullable: false),
                    earlier_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_repeated_episodes", x => new { x.episode_id, x.earlier_id });
                    table.ForeignKey(
                        name: "fk_repeated_episodes_missing_episodes_earlier_id",
                        column: x => x.earlier_id,
                        principalTable: "missing_episodes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_repeated_episodes_missing_episodes_episode_id",
                        column: x => x.episode_id,
                        principalTable: "missing_episodes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_episode_deliveries_episode_id_to_code",
                table: "episode_deliveries",
                columns: new[] { "episode_id", "to_code" });

            migrationBuilder.CreateIndex(
                name: "ix_episode_deliveries_from_code_to_code_shared_at",
                table: "episode_deliveries",
                columns: new[] { "from_code", "to_code", "shared_at" });

            migrationBuilder.CreateIndex(
                name: "ix_episode_deliveries_to_code",
                table: "episode_deliveries",
                column: "to_code",
                filter: "acknowledged_at IS NULL AND withdrawn_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_episode_deliveries_to_code_from_code_expired_at",
                table: "episode_deliveries",
                columns: new[] { "to_code", "from_code", "expired_at" },
                filter: "expired_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_episode_deliveries_to_code_from_code_shared_at",
                table: "episode_deliveries",
                columns: new[] { "to_code", "from_code", "shared_at" },
                filter: "acknowledged_at IS NULL AND withdrawn_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_missing_episodes_child_id_started_at",
                table: "missing_episodes",
                columns: new[] { "child_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_missing_episodes_council_code_started_at_id",
                table: "missing_episodes",
                columns: new[] { "council_code", "started_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_missing_episodes_force_code_recorded_at_id",
                table: "missing_episodes",
                columns: new[] { "force_code", "recorded_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_missing_episodes_force_code_reference",
                table: "missing_episodes",
                columns: new[] { "force_code", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_missing_episodes_force_code_started_at_id",
                table: "missing_episodes",
                columns: new[] { "force_code", "started_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_missing_episodes_interview_by_code",
                table: "missing_episodes",
                column: "interview_by_code");

            migrationBuilder.CreateIndex(
                name: "ix_missing_episodes_record_id",
                table: "missing_episodes",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_missing_episodes_started_at_id",
                table: "missing_episodes",
                columns: new[] { "started_at", "id" },
                filter: "found_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_missing_episodes_status_by_code",
                table: "missing_episodes",
                column: "status_by_code");

            migrationBuilder.CreateIndex(
                name: "ix_repeated_episodes_earlier_id",
                table: "repeated_episodes",
                column: "earlier_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "episode_deliveries");

            migrationBuilder.DropTable(
                name: "repeated_episodes");

            migrationBuilder.DropTable(
                name: "missing_episodes");

            migrationBuilder.DropColumn(
                name: "missing_episode_id",
                table: "retention_reviews");

            migrationBuilder.DropColumn(
                name: "missing_episode_id",
                table: "legal_holds");
        }
    }
}
