using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AgencyGraph.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Missing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "missing_episode_id",
                table: "retention_reviews",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "missing_episode_id",
                table: "legal_holds",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "missing_episodes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    force_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    correction_reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    council_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    child_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    record_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    missing_type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    risk = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reported_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ingest_mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    circumstances = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    looked_after = table.Column<bool>(type: "INTEGER", nullable: true),
                    on_plan = table.Column<bool>(type: "INTEGER", nullable: true),
                    status_by_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    status_stated_at = table.Column<long>(type: "INTEGER", nullable: true),
                    found_at = table.Column<long>(type: "INTEGER", nullable: true),
                    found_recorded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    found_received_at = table.Column<long>(type: "INTEGER", nullable: true),
                    how_found = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    interview_offered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    interview_answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    interview_held_at = table.Column<long>(type: "INTEGER", nullable: true),
                    is_interview_independent = table.Column<bool>(type: "INTEGER", nullable: true),
                    interview_risk_points = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    interview_content = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    interview_by_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    interview_recorded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    found_place_lines = table.Column<string>(type: "TEXT", maxLength: 606, nullable: true),
                    found_place_postcode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    missing_from_lines = table.Column<string>(type: "TEXT", maxLength: 606, nullable: true),
                    missing_from_postcode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    safe_found_place_lines = table.Column<string>(type: "TEXT", maxLength: 606, nullable: true),
                    safe_found_place_postcode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    safe_missing_from_lines = table.Column<string>(type: "TEXT", maxLength: 606, nullable: true),
                    safe_missing_from_postcode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true)
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    episode_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    occasion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    from_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    to_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    shared_at = table.Column<long>(type: "INTEGER", nullable: false),
                    delivered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    acknowledged_at = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true),
                    returned_at = table.Column<long>(type: "INTEGER", nullable: true),
                    announced_at = table.Column<long>(type: "INTEGER", nullable: true),
                    expired_at = table.Column<long>(type: "INTEGER", nullable: true)
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
                    episode_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    earlier_id = table.Column<byte[]>(type: "BLOB", nullable: false)
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
