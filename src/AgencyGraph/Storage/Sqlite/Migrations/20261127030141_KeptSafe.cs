using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AgencyGraph.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class KeptSafe : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "keeps_safe",
                table: "child_records",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            // What was recorded before: every child of an incident that keeps a place, or somebody in it, safe.
            migrationBuilder.Sql(
                """
                UPDATE child_records SET keeps_safe = TRUE WHERE id IN (
                    SELECT c.record_id FROM child_involvements c JOIN incidents i ON i.id = c.incident_id
                    WHERE i.safe_location_lines IS NOT NULL
                        OR EXISTS (SELECT 1 FROM adult_involvements a WHERE a.incident_id = i.id AND a.safe_lines IS NOT NULL)
                        OR EXISTS (
                            SELECT 1 FROM child_involvements o JOIN child_records r ON r.id = o.record_id
                            WHERE o.incident_id = i.id AND r.safe_lines IS NOT NULL))
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "keeps_safe",
                table: "child_records");
        }
    }
}
