using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AgencyGraph.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AccessHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_alerts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    alert_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    reader_agency_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reader = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C"),
                    children = table.Column<int>(type: "integer", nullable: false),
                    raised_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_alerts", x => x.id);
                    table.ForeignKey(
                        name: "fk_access_alerts_agencies_reader_agency_code",
                        column: x => x.reader_agency_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "access_index",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_index", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "child_accesses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    reader_agency_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reader = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C"),
                    reader_holder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    on_behalf_of = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C"),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    first_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false),
                    looks = table.Column<int>(type: "integer", nullable: false),
                    out_of_hours = table.Column<int>(type: "integer", nullable: false),
                    told_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_accesses", x => x.id);
                    table.ForeignKey(
                        name: "fk_child_accesses_agencies_reader_agency_code",
                        column: x => x.reader_agency_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_child_accesses_children_child_id",
                        column: x => x.child_id,
                        principalTable: "children",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subject_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    controller_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    requested_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    opened_by = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subject_reports", x => x.id);
                    table.ForeignKey(
                        name: "fk_subject_reports_agencies_controller_code",
                        column: x => x.controller_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subject_reports_children_child_id",
                        column: x => x.child_id,
                        principalTable: "children",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subject_report_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    agency_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    first_on = table.Column<DateOnly>(type: "date", nullable: false),
                    last_on = table.Column<DateOnly>(type: "date", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false),
                    release = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    decided_by = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: true, collation: "C"),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subject_report_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_subject_report_items_agencies_agency_code",
                        column: x => x.agency_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subject_report_items_subject_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "subject_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_access_alerts_reader_agency_code_raised_at_id",
                table: "access_alerts",
                columns: new[] { "reader_agency_code", "raised_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_access_alerts_reader_agency_code_reader_day_alert_kind",
                table: "access_alerts",
                columns: new[] { "reader_agency_code", "reader", "day", "alert_kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_child_accesses_child_id_day_reader_holder_on_behalf_of_role~",
                table: "child_accesses",
                columns: new[] { "child_id", "day", "reader_holder", "on_behalf_of", "role", "purpose" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_child_accesses_reader_agency_code_first_at_id",
                table: "child_accesses",
                columns: new[] { "reader_agency_code", "first_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_child_accesses_reader_holder_day",
                table: "child_accesses",
                columns: new[] { "reader_holder", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_subject_report_items_agency_code",
                table: "subject_report_items",
                column: "agency_code");

            migrationBuilder.CreateIndex(
                name: "ix_subject_report_items_report_id_number",
                table: "subject_report_items",
                columns: new[] { "report_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subject_reports_child_id",
                table: "subject_reports",
                column: "child_id");

            migrationBuilder.CreateIndex(
                name: "ix_subject_reports_controller_code_due_on_id",
                table: "subject_reports",
                columns: new[] { "controller_code", "due_on", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_alerts");

            migrationBuilder.DropTable(
                name: "access_index");

            migrationBuilder.DropTable(
                name: "child_accesses");

            migrationBuilder.DropTable(
                name: "subject_report_items");

            migrationBuilder.DropTable(
                name: "subject_reports");
        }
    }
}
