using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AgencyGraph.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "IdempotencyRecords",
                columns: table => new
                {
                    agency_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    operation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    body_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotencyrecords", x => new { x.agency_code, x.key });
                });

            migrationBuilder.CreateTable(
                name: "agencies",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    gss_code = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: true, collation: "C"),
                    region = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    force_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    reference_prefix = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agencies", x => x.code);
                    table.ForeignKey(
                        name: "fk_agencies_agencies_force_code",
                        column: x => x.force_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feed_entries",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    record_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_version = table.Column<int>(type: "integer", nullable: false),
                    originator = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    council = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    is_shared = table.Column<bool>(type: "boolean", nullable: false),
                    children = table.Column<byte[]>(type: "bytea", nullable: false),
                    occurred_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    change = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feed_entries", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "feed_head",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    head = table.Column<long>(type: "bigint", nullable: false),
                    purged_up_to = table.Column<long>(type: "bigint", nullable: false),
                    epoch = table.Column<long>(type: "bigint", nullable: false),
                    cursor_key = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    policy_epoch = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feed_head", x => x.id);
                    table.CheckConstraint("ck_feed_head_only_one", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "suspensions",
                columns: table => new
                {
                    holder = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suspensions", x => new { x.holder, x.name });
                });

            migrationBuilder.CreateTable(
                name: "access_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C"),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    by_agency_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    by = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C"),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_access_decisions_agencies_by_agency_code",
                        column: x => x.by_agency_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "acknowledgements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C"),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    consumer = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    filter = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    epoch = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    stamp = table.Column<long>(type: "bigint", nullable: false),
                    cursor = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    acknowledged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    is_receipt = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acknowledgements", x => x.id);
                    table.ForeignKey(
                        name: "fk_acknowledgements_agencies_agency_code",
                        column: x => x.agency_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "children",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    responsible_council_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_children", x => x.id);
                    table.ForeignKey(
                        name: "fk_children_agencies_responsible_council_code",
                        column: x => x.responsible_council_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "incidents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    force_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reference = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    correction_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    council_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    incident_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    risk_grade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    factors = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    occurred_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reported_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    risk_assessed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    shared_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ingest_mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sharing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    withhold_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    restriction_id = table.Column<Guid>(type: "uuid", nullable: true),
                    narrative = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true, collation: "C"),
                    informant_given_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    informant_is_anonymous = table.Column<bool>(type: "boolean", nullable: true),
                    informant_surname = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    location_lines = table.Column<string>(type: "character varying(606)", maxLength: 606, nullable: true, collation: "C"),
                    location_postcode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true, collation: "C"),
                    safe_location_lines = table.Column<string>(type: "character varying(606)", maxLength: 606, nullable: true, collation: "C"),
                    safe_location_postcode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incidents", x => x.id);
                    table.ForeignKey(
                        name: "fk_incidents_agencies_council_code",
                        column: x => x.council_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_incidents_agencies_force_code",
                        column: x => x.force_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    to_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_delivered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_acknowledged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    lag_seconds = table.Column<int>(type: "integer", nullable: true),
                    overdue_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    times_overdue = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_links_agencies_from_code",
                        column: x => x.from_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_links_agencies_to_code",
                        column: x => x.to_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "receiver_designations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C"),
                    by = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C"),
                    designated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receiver_designations", x => x.id);
                    table.ForeignKey(
                        name: "fk_receiver_designations_agencies_agency_code",
                        column: x => x.agency_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "receivers",
                columns: table => new
                {
                    agency_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C"),
                    received_from = table.Column<long>(type: "bigint", nullable: false),
                    received_up_to = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receivers", x => x.agency_code);
                    table.ForeignKey(
                        name: "fk_receivers_agencies_agency_code",
                        column: x => x.agency_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "referrals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    from_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    to_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    primary_need = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    acknowledged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    rating = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    rated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    rating_rationale = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decision_rationale = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referrals", x => x.id);
                    table.ForeignKey(
                        name: "fk_referrals_agencies_from_code",
                        column: x => x.from_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_referrals_agencies_to_code",
                        column: x => x.to_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "restriction_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    by_agency_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    by = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C"),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_restriction_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_restriction_decisions_agencies_by_agency_code",
                        column: x => x.by_agency_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "child_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    council_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    is_shared = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    local_reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    given_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    surname = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    born_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sex = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    nhs_number = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true, collation: "C"),
                    upn = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: true, collation: "C"),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    restriction_id = table.Column<Guid>(type: "uuid", nullable: true),
                    safe_lines = table.Column<string>(type: "character varying(606)", maxLength: 606, nullable: true, collation: "C"),
                    safe_postcode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true, collation: "C"),
                    usual_lines = table.Column<string>(type: "character varying(606)", maxLength: 606, nullable: true, collation: "C"),
                    usual_postcode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_child_records_agencies_agency_code",
                        column: x => x.agency_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_child_records_children_child_id",
                        column: x => x.child_id,
                        principalTable: "children",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "identity_keys",
                columns: table => new
                {
                    nhs_number = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    born_on = table.Column<DateOnly>(type: "date", nullable: false),
                    lane = table.Column<int>(type: "integer", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_identity_keys", x => new { x.nhs_number, x.born_on, x.lane });
                    table.ForeignKey(
                        name: "fk_identity_keys_children_child_id",
                        column: x => x.child_id,
                        principalTable: "children",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "relationships",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    holder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    held_from = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    held_to = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_relationships", x => x.id);
                    table.ForeignKey(
                        name: "fk_relationships_children_child_id",
                        column: x => x.child_id,
                        principalTable: "children",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "responsibility_transfers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    to_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    by = table.Column<string>(type: "character varying(159)", maxLength: 159, nullable: false, collation: "C"),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_responsibility_transfers", x => x.id);
                    table.ForeignKey(
                        name: "fk_responsibility_transfers_agencies_from_code",
                        column: x => x.from_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_responsibility_transfers_agencies_to_code",
                        column: x => x.to_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_responsibility_transfers_children_child_id",
                        column: x => x.child_id,
                        principalTable: "children",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "restrictions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: true),
                    holder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_restrictions", x => x.id);
                    table.ForeignKey(
                        name: "fk_restrictions_children_child_id",
                        column: x => x.child_id,
                        principalTable: "children",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "adult_involvements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    given_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    surname = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    born_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sex = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    safe_lines = table.Column<string>(type: "character varying(606)", maxLength: 606, nullable: true, collation: "C"),
                    safe_postcode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true, collation: "C"),
                    usual_lines = table.Column<string>(type: "character varying(606)", maxLength: 606, nullable: true, collation: "C"),
                    usual_postcode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_adult_involvements", x => x.id);
                    table.ForeignKey(
                        name: "fk_adult_involvements_incidents_incident_id",
                        column: x => x.incident_id,
                        principalTable: "incidents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    from_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    to_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    shared_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    delivered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    acknowledged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    returned_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deliveries", x => x.id);
                    table.ForeignKey(
                        name: "fk_deliveries_agencies_from_code",
                        column: x => x.from_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deliveries_agencies_to_code",
                        column: x => x.to_code,
                        principalTable: "agencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deliveries_incidents_incident_id",
                        column: x => x.incident_id,
                        principalTable: "incidents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "referred_children",
                columns: table => new
                {
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referred_children", x => new { x.referral_id, x.child_id });
                    table.ForeignKey(
                        name: "fk_referred_children_children_child_id",
                        column: x => x.child_id,
                        principalTable: "children",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_referred_children_referrals_referral_id",
                        column: x => x.referral_id,
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "referred_incidents",
                columns: table => new
                {
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referred_incidents", x => new { x.referral_id, x.incident_id });
                    table.ForeignKey(
                        name: "fk_referred_incidents_incidents_incident_id",
                        column: x => x.incident_id,
                        principalTable: "incidents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_referred_incidents_referrals_referral_id",
                        column: x => x.referral_id,
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "child_involvements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    voice = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_involvements", x => x.id);
                    table.ForeignKey(
                        name: "fk_child_involvements_child_records_record_id",
                        column: x => x.record_id,
                        principalTable: "child_records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_child_involvements_children_child_id",
                        column: x => x.child_id,
                        principalTable: "children",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_child_involvements_incidents_incident_id",
                        column: x => x.incident_id,
                        principalTable: "incidents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_access_decisions_by_agency_code",
                table: "access_decisions",
                column: "by_agency_code");

            migrationBuilder.CreateIndex(
                name: "ix_access_decisions_decided_at_id",
                table: "access_decisions",
                columns: new[] { "decided_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_acknowledgements_agency_code_subject",
                table: "acknowledgements",
                columns: new[] { "agency_code", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_acknowledgements_consumer_filter",
                table: "acknowledgements",
                columns: new[] { "consumer", "filter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_adult_involvements_incident_id",
                table: "adult_involvements",
                column: "incident_id");

            migrationBuilder.CreateIndex(
                name: "ix_agencies_force_code",
                table: "agencies",
                column: "force_code");

            migrationBuilder.CreateIndex(
                name: "ix_agencies_reference_prefix",
                table: "agencies",
                column: "reference_prefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_child_involvements_child_id_incident_id",
                table: "child_involvements",
                columns: new[] { "child_id", "incident_id" });

            migrationBuilder.CreateIndex(
                name: "ix_child_involvements_incident_id_child_id",
                table: "child_involvements",
                columns: new[] { "incident_id", "child_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_child_involvements_record_id",
                table: "child_involvements",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_child_records_agency_code_local_reference",
                table: "child_records",
                columns: new[] { "agency_code", "local_reference" },
                unique: true,
                filter: "local_reference IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_child_records_child_id",
                table: "child_records",
                column: "child_id");

            migrationBuilder.CreateIndex(
                name: "ix_children_recorded_at_id",
                table: "children",
                columns: new[] { "recorded_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_children_responsible_council_code",
                table: "children",
                column: "responsible_council_code");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_from_code_to_code_shared_at",
                table: "deliveries",
                columns: new[] { "from_code", "to_code", "shared_at" });

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_incident_id_to_code",
                table: "deliveries",
                columns: new[] { "incident_id", "to_code" });

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_to_code_from_code_shared_at",
                table: "deliveries",
                columns: new[] { "to_code", "from_code", "shared_at" },
                filter: "acknowledged_at IS NULL AND withdrawn_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_feed_entries_council_position",
                table: "feed_entries",
                columns: new[] { "council", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_identity_keys_child_id",
                table: "identity_keys",
                column: "child_id");

            migrationBuilder.CreateIndex(
                name: "ix_incidents_council_code_recorded_at_id",
                table: "incidents",
                columns: new[] { "council_code", "recorded_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_incidents_force_code_recorded_at_id",
                table: "incidents",
                columns: new[] { "force_code", "recorded_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_incidents_force_code_reference",
                table: "incidents",
                columns: new[] { "force_code", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_links_from_code_to_code",
                table: "links",
                columns: new[] { "from_code", "to_code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_links_to_code",
                table: "links",
                column: "to_code");

            migrationBuilder.CreateIndex(
                name: "ix_receiver_designations_agency_code",
                table: "receiver_designations",
                column: "agency_code");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_from_code_received_at_id",
                table: "referrals",
                columns: new[] { "from_code", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_referrals_from_code_to_code_reference",
                table: "referrals",
                columns: new[] { "from_code", "to_code", "reference" },
                unique: true,
                filter: "reference IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_to_code_received_at_id",
                table: "referrals",
                columns: new[] { "to_code", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_referred_children_child_id_referral_id",
                table: "referred_children",
                columns: new[] { "child_id", "referral_id" });

            migrationBuilder.CreateIndex(
                name: "ix_referred_incidents_incident_id_referral_id",
                table: "referred_incidents",
                columns: new[] { "incident_id", "referral_id" });

            migrationBuilder.CreateIndex(
                name: "ix_relationships_child_id_kind",
                table: "relationships",
                columns: new[] { "child_id", "kind" },
                unique: true,
                filter: "held_to IS NULL AND kind IN ('RESPONSIBLE_COUNCIL', 'ALLOCATED_WORKER')");

            migrationBuilder.CreateIndex(
                name: "ix_relationships_child_id_kind_holder",
                table: "relationships",
                columns: new[] { "child_id", "kind", "holder" });

            migrationBuilder.CreateIndex(
                name: "ix_relationships_holder_kind_child_id",
                table: "relationships",
                columns: new[] { "holder", "kind", "child_id" });

            migrationBuilder.CreateIndex(
                name: "ux_relationships_live",
                table: "relationships",
                columns: new[] { "child_id", "kind", "holder" },
                unique: true,
                filter: "held_to IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_responsibility_transfers_child_id",
                table: "responsibility_transfers",
                column: "child_id");

            migrationBuilder.CreateIndex(
                name: "ix_responsibility_transfers_from_code",
                table: "responsibility_transfers",
                column: "from_code");

            migrationBuilder.CreateIndex(
                name: "ix_responsibility_transfers_to_code",
                table: "responsibility_transfers",
                column: "to_code");

            migrationBuilder.CreateIndex(
                name: "ix_restriction_decisions_by_agency_code",
                table: "restriction_decisions",
                column: "by_agency_code");

            migrationBuilder.CreateIndex(
                name: "ix_restriction_decisions_record_id_id",
                table: "restriction_decisions",
                columns: new[] { "record_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_restrictions_child_id_holder",
                table: "restrictions",
                columns: new[] { "child_id", "holder" });

            migrationBuilder.CreateIndex(
                name: "ix_restrictions_record_id_holder",
                table: "restrictions",
                columns: new[] { "record_id", "holder" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdempotencyRecords");

            migrationBuilder.DropTable(
                name: "access_decisions");

            migrationBuilder.DropTable(
                name: "acknowledgements");

            migrationBuilder.DropTable(
                name: "adult_involvements");

            migrationBuilder.DropTable(
                name: "child_involvements");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "feed_entries");

            migrationBuilder.DropTable(
                name: "feed_head");

            migrationBuilder.DropTable(
                name: "identity_keys");

            migrationBuilder.DropTable(
                name: "links");

            migrationBuilder.DropTable(
                name: "receiver_designations");

            migrationBuilder.DropTable(
                name: "receivers");

            migrationBuilder.DropTable(
                name: "referred_children");

            migrationBuilder.DropTable(
                name: "referred_incidents");

            migrationBuilder.DropTable(
                name: "relationships");

            migrationBuilder.DropTable(
                name: "responsibility_transfers");

            migrationBuilder.DropTable(
                name: "restriction_decisions");

            migrationBuilder.DropTable(
                name: "restrictions");

            migrationBuilder.DropTable(
                name: "suspensions");

            migrationBuilder.DropTable(
                name: "child_records");

            migrationBuilder.DropTable(
                name: "incidents");

            migrationBuilder.DropTable(
                name: "referrals");

            migrationBuilder.DropTable(
                name: "children");

            migrationBuilder.DropTable(
                name: "agencies");
        }
    }
}
