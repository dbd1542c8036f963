using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Testbeds.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddTrials : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "test_request",
                schema: "testbeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    testbed_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    contact_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    what = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    has_conflict = table.Column<bool>(type: "boolean", nullable: false),
                    conflict = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    answer = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_test_request", x => x.id);
                    table.ForeignKey(
                        name: "fk_test_request_testbed_testbed_id",
                        column: x => x.testbed_id,
                        principalSchema: "testbeds",
                        principalTable: "testbed",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "trial",
                schema: "testbeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ready_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    receiving_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    track = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    title = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    cancelled_by_decision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: true),
                    testbed_id = table.Column<Guid>(type: "uuid", nullable: true),
                    own_place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    recruitment = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    tries = table.Column<string>(type: "text", nullable: true),
                    stop_rule = table.Column<string>(type: "text", nullable: true),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    involves_people = table.Column<bool>(type: "boolean", nullable: false),
                    contacts_until = table.Column<DateOnly>(type: "date", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    started_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_early = table.Column<bool>(type: "boolean", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    terms = table.Column<string[]>(type: "text[]", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trial", x => x.id);
                    table.ForeignKey(
                        name: "fk_trial_testbed_testbed_id",
                        column: x => x.testbed_id,
                        principalSchema: "testbeds",
                        principalTable: "testbed",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement",
                schema: "testbeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    testbed_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreement_test_request_request_id",
                        column: x => x.request_id,
                        principalSchema: "testbeds",
                        principalTable: "test_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreement_testbed_testbed_id",
                        column: x => x.testbed_id,
                        principalSchema: "testbeds",
                        principalTable: "testbed",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "participant",
                schema: "testbeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    trial_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    group = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    age = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participant", x => x.id);
                    table.ForeignKey(
                        name: "fk_participant_trial_trial_id",
                        column: x => x.trial_id,
                        principalSchema: "testbeds",
                        principalTable: "trial",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "processing_basis",
                schema: "testbeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    trial_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    readers = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    removed_by = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_processing_basis", x => x.id);
                    table.ForeignKey(
                        name: "fk_processing_basis_trial_trial_id",
                        column: x => x.trial_id,
                        principalSchema: "testbeds",
                        principalTable: "trial",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "trial_measure",
                schema: "testbeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    trial_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: true),
                    baseline = table.Column<decimal>(type: "numeric", nullable: true),
                    higher_is_better = table.Column<bool>(type: "boolean", nullable: false),
                    limit = table.Column<decimal>(type: "numeric", nullable: true),
                    result = table.Column<decimal>(type: "numeric", nullable: true),
                    count = table.Column<int>(type: "integer", nullable: true),
                    uncertainty = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    measured_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trial_measure", x => x.id);
                    table.ForeignKey(
                        name: "fk_trial_measure_trial_trial_id",
                        column: x => x.trial_id,
                        principalSchema: "testbeds",
                        principalTable: "trial",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "trial_result",
                schema: "testbeds",
                columns: table => new
                {
                    trial_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verdict = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    recommendation = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    why = table.Column<string>(type: "text", nullable: true),
                    equality = table.Column<string>(type: "text", nullable: true),
                    staff_view = table.Column<string>(type: "text", nullable: true),
                    tried = table.Column<string>(type: "text", nullable: false),
                    went = table.Column<string>(type: "text", nullable: false),
                    learnt = table.Column<string>(type: "text", nullable: true),
                    otherwise = table.Column<string>(type: "text", nullable: true),
                    closed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trial_result", x => x.trial_id);
                    table.ForeignKey(
                        name: "fk_trial_result_trial_trial_id",
                        column: x => x.trial_id,
                        principalSchema: "testbeds",
                        principalTable: "trial",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "participant_contact",
                schema: "testbeds",
                columns: table => new
                {
                    participant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    trial_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reach = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participant_contact", x => x.participant_id);
                    table.ForeignKey(
                        name: "fk_participant_contact_participant_participant_id",
                        column: x => x.participant_id,
                        principalSchema: "testbeds",
                        principalTable: "participant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "participation_consent",
                schema: "testbeds",
                columns: table => new
                {
                    participant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text_version = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    format = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    given_by = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    mandate = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    given_on = table.Column<DateOnly>(type: "date", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participation_consent", x => x.participant_id);
                    table.ForeignKey(
                        name: "fk_participation_consent_participant_participant_id",
                        column: x => x.participant_id,
                        principalSchema: "testbeds",
                        principalTable: "participant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "trial_log",
                schema: "testbeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    trial_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    value = table.Column<decimal>(type: "numeric", nullable: true),
                    reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    participant_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    action = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    cleared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trial_log", x => x.id);
                    table.ForeignKey(
                        name: "fk_trial_log_participant_participant_id",
                        column: x => x.participant_id,
                        principalSchema: "testbeds",
                        principalTable: "participant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_trial_log_trial_trial_id",
                        column: x => x.trial_id,
                        principalSchema: "testbeds",
                        principalTable: "trial",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_booking_idea",
                schema: "testbeds",
                table: "booking",
                column: "idea",
                filter: "idea is not null");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_request_id",
                schema: "testbeds",
                table: "agreement",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_testbed_id",
                schema: "testbeds",
                table: "agreement",
                column: "testbed_id");

            migrationBuilder.CreateIndex(
                name: "ix_participant_trial_id_order",
                schema: "testbeds",
                table: "participant",
                columns: new[] { "trial_id", "order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_participant_contact_trial_id",
                schema: "testbeds",
                table: "participant_contact",
                column: "trial_id");

            migrationBuilder.CreateIndex(
                name: "ix_processing_basis_trial_id",
                schema: "testbeds",
                table: "processing_basis",
                column: "trial_id");

            migrationBuilder.CreateIndex(
                name: "ix_test_request_received_at_id",
                schema: "testbeds",
                table: "test_request",
                columns: new[] { "received_at", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_test_request_testbed_id",
                schema: "testbeds",
                table: "test_request",
                column: "testbed_id");

            migrationBuilder.CreateIndex(
                name: "ix_trial_closed",
                schema: "testbeds",
                table: "trial",
                columns: new[] { "closed_at", "id" },
                descending: new bool[0],
                filter: "closed_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_trial_contacts_until",
                schema: "testbeds",
                table: "trial",
                column: "contacts_until",
                filter: "contacts_until is not null");

            migrationBuilder.CreateIndex(
                name: "ix_trial_created_at_id",
                schema: "testbeds",
                table: "trial",
                columns: new[] { "created_at", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_trial_decision_id",
                schema: "testbeds",
                table: "trial",
                column: "decision_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_trial_idea_id",
                schema: "testbeds",
                table: "trial",
                column: "idea_id");

            migrationBuilder.CreateIndex(
                name: "ix_trial_number",
                schema: "testbeds",
                table: "trial",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_trial_terms",
                schema: "testbeds",
                table: "trial",
                column: "terms")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_trial_testbed_id",
                schema: "testbeds",
                table: "trial",
                column: "testbed_id");

            migrationBuilder.CreateIndex(
                name: "ix_trial_log_participant_id",
                schema: "testbeds",
                table: "trial_log",
                column: "participant_id");

            migrationBuilder.CreateIndex(
                name: "ix_trial_log_trial_id_at_id",
                schema: "testbeds",
                table: "trial_log",
                columns: new[] { "trial_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_trial_measure_trial_id_name",
                schema: "testbeds",
                table: "trial_measure",
                columns: new[] { "trial_id", "name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement",
                schema: "testbeds");

            migrationBuilder.DropTable(
                name: "participant_contact",
                schema: "testbeds");

            migrationBuilder.DropTable(
                name: "participation_consent",
                schema: "testbeds");

            migrationBuilder.DropTable(
                name: "processing_basis",
                schema: "testbeds");

            migrationBuilder.DropTable(
                name: "trial_log",
                schema: "testbeds");

            migrationBuilder.DropTable(
                name: "trial_measure",
                schema: "testbeds");

            migrationBuilder.DropTable(
                name: "trial_result",
                schema: "testbeds");

            migrationBuilder.DropTable(
                name: "test_request",
                schema: "testbeds");

            migrationBuilder.DropTable(
                name: "participant",
                schema: "testbeds");

            migrationBuilder.DropTable(
                name: "trial",
                schema: "testbeds");

            migrationBuilder.DropIndex(
                name: "ix_booking_idea",
                schema: "testbeds",
                table: "booking");
        }
    }
}
