using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Training.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddSessionsAndCompetence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence<int>(
                name: "certificate_serial",
                schema: "training");

            migrationBuilder.AddColumn<int>(
                name: "completion_percent",
                schema: "training",
                table: "course",
                type: "integer",
                nullable: false,
                defaultValue: 80);

            migrationBuilder.CreateTable(
                name: "competence_rule",
                schema: "training",
                columns: table => new
                {
                    action = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_competence_rule", x => new { x.action, x.course_id });
                    table.ForeignKey(
                        name: "fk_competence_rule_course_course_id",
                        column: x => x.course_id,
                        principalSchema: "training",
                        principalTable: "course",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decision_fact",
                schema: "training",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    gate = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    working_days = table.Column<int>(type: "integer", nullable: false),
                    returned = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_fact", x => x.decision_id);
                });

            migrationBuilder.CreateTable(
                name: "idea_place",
                schema: "training",
                columns: table => new
                {
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idea_place", x => x.idea_id);
                });

            migrationBuilder.CreateTable(
                name: "learner",
                schema: "training",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: true),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    tracks = table.Column<string[]>(type: "text[]", nullable: false),
                    listed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_learner", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "session",
                schema: "training",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    online_address = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    teachers = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    interpreter = table.Column<bool>(type: "boolean", nullable: false),
                    hearing_loop = table.Column<bool>(type: "boolean", nullable: false),
                    captions = table.Column<bool>(type: "boolean", nullable: false),
                    least_seats = table.Column<int>(type: "integer", nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    enrol_from = table.Column<DateOnly>(type: "date", nullable: false),
                    enrol_until = table.Column<DateOnly>(type: "date", nullable: false),
                    cancel_until = table.Column<DateOnly>(type: "date", nullable: false),
                    cancel_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    is_example = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session", x => x.id);
                    table.ForeignKey(
                        name: "fk_session_course_course_id",
                        column: x => x.course_id,
                        principalSchema: "training",
                        principalTable: "course",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dispensation",
                schema: "training",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    learner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    given_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispensation", x => x.id);
                    table.ForeignKey(
                        name: "fk_dispensation_course_course_id",
                        column: x => x.course_id,
                        principalSchema: "training",
                        principalTable: "course",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dispensation_learner_learner_id",
                        column: x => x.learner_id,
                        principalSchema: "training",
                        principalTable: "learner",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certificate",
                schema: "training",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    serial = table.Column<int>(type: "integer", nullable: false, defaultValueSql: "nextval('training.certificate_serial')"),
                    learner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    hours = table.Column<decimal>(type: "numeric(5,1)", precision: 5, scale: 1, nullable: false),
                    completed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    warned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate", x => x.id);
                    table.ForeignKey(
                        name: "fk_certificate_course_course_id",
                        column: x => x.course_id,
                        principalSchema: "training",
                        principalTable: "course",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_certificate_learner_learner_id",
                        column: x => x.learner_id,
                        principalSchema: "training",
                        principalTable: "learner",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_certificate_session_session_id",
                        column: x => x.session_id,
                        principalSchema: "training",
                        principalTable: "session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enrolment",
                schema: "training",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    learner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    tracks = table.Column<string[]>(type: "text[]", nullable: false),
                    seat_of = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    priority = table.Column<int>(type: "integer", nullable: false),
                    enrolled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    enrolled_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    approver_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    offer_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    early_reminder_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    late_reminder_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enrolment", x => x.id);
                    table.ForeignKey(
                        name: "fk_enrolment_learner_learner_id",
                        column: x => x.learner_id,
                        principalSchema: "training",
                        principalTable: "learner",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enrolment_session_session_id",
                        column: x => x.session_id,
                        principalSchema: "training",
                        principalTable: "session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evaluation_answer",
                schema: "training",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    scores = table.Column<int[]>(type: "integer[]", nullable: false),
                    good = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    better = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evaluation_answer", x => x.id);
                    table.ForeignKey(
                        name: "fk_evaluation_answer_session_session_id",
                        column: x => x.session_id,
                        principalSchema: "training",
                        principalTable: "session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seat_reservation",
                schema: "training",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    track = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seat_reservation", x => new { x.session_id, x.track });
                    table.ForeignKey(
                        name: "fk_seat_reservation_session_session_id",
                        column: x => x.session_id,
                        principalSchema: "training",
                        principalTable: "session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "session_part",
                schema: "training",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_part", x => x.id);
                    table.ForeignKey(
                        name: "fk_session_part_session_session_id",
                        column: x => x.session_id,
                        principalSchema: "training",
                        principalTable: "session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "enrolment_needs",
                schema: "training",
                columns: table => new
                {
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    food = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    access = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enrolment_needs", x => x.enrolment_id);
                    table.ForeignKey(
                        name: "fk_enrolment_needs_enrolment_enrolment_id",
                        column: x => x.enrolment_id,
                        principalSchema: "training",
                        principalTable: "enrolment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "evaluation_asked",
                schema: "training",
                columns: table => new
                {
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evaluation_asked", x => new { x.enrolment_id, x.round });
                    table.ForeignKey(
                        name: "fk_evaluation_asked_enrolment_enrolment_id",
                        column: x => x.enrolment_id,
                        principalSchema: "training",
                        principalTable: "enrolment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "attendance",
                schema: "training",
                columns: table => new
                {
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_id = table.Column<Guid>(type: "uuid", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    method = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendance", x => new { x.enrolment_id, x.part_id });
                    table.ForeignKey(
                        name: "fk_attendance_enrolment_enrolment_id",
                        column: x => x.enrolment_id,
                        principalSchema: "training",
                        principalTable: "enrolment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attendance_session_part_part_id",
                        column: x => x.part_id,
                        principalSchema: "training",
                        principalTable: "session_part",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_attendance_part_id",
                schema: "training",
                table: "attendance",
                column: "part_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_course_id",
                schema: "training",
                table: "certificate",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_of_reading",
                schema: "training",
                table: "certificate",
                columns: new[] { "learner_id", "course_id", "edition", "completed_on" },
                unique: true,
                filter: "session_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_of_session",
                schema: "training",
                table: "certificate",
                columns: new[] { "learner_id", "session_id" },
                unique: true,
                filter: "session_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_serial",
                schema: "training",
                table: "certificate",
                column: "serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificate_session_id",
                schema: "training",
                table: "certificate",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_to_warn",
                schema: "training",
                table: "certificate",
                column: "valid_until",
                filter: "warned_at is null and revoked_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_competence_rule_course_id",
                schema: "training",
                table: "competence_rule",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_decision_fact_decided_by_id_decided_at",
                schema: "training",
                table: "decision_fact",
                columns: new[] { "decided_by_id", "decided_at" });

            migrationBuilder.CreateIndex(
                name: "ix_dispensation_course_id",
                schema: "training",
                table: "dispensation",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispensation_learner_id_course_id",
                schema: "training",
                table: "dispensation",
                columns: new[] { "learner_id", "course_id" });

            migrationBuilder.CreateIndex(
                name: "ix_enrolment_learner_id",
                schema: "training",
                table: "enrolment",
                column: "learner_id");

            migrationBuilder.CreateIndex(
                name: "ix_enrolment_living",
                schema: "training",
                table: "enrolment",
                columns: new[] { "session_id", "learner_id" },
                unique: true,
                filter: "state in ('Requested', 'Waiting', 'Offered', 'Confirmed')");

            migrationBuilder.CreateIndex(
                name: "ix_enrolment_session_id_state",
                schema: "training",
                table: "enrolment",
                columns: new[] { "session_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_enrolment_to_approve",
                schema: "training",
                table: "enrolment",
                column: "approver_id",
                filter: "state = 'Requested'");

            migrationBuilder.CreateIndex(
                name: "ix_evaluation_answer_session_id_round",
                schema: "training",
                table: "evaluation_answer",
                columns: new[] { "session_id", "round" });

            migrationBuilder.CreateIndex(
                name: "ix_learner_authority_id_unit_id",
                schema: "training",
                table: "learner",
                columns: new[] { "authority_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_learner_email",
                schema: "training",
                table: "learner",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_learner_person_id",
                schema: "training",
                table: "learner",
                column: "person_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_session_course_id_starts_at",
                schema: "training",
                table: "session",
                columns: new[] { "course_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_session_starts_at_id",
                schema: "training",
                table: "session",
                columns: new[] { "starts_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_session_part_session_id_number",
                schema: "training",
                table: "session_part",
                columns: new[] { "session_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attendance",
                schema: "training");

            migrationBuilder.DropTable(
                name: "certificate",
                schema: "training");

            migrationBuilder.DropTable(
                name: "competence_rule",
                schema: "training");

            migrationBuilder.DropTable(
                name: "decision_fact",
                schema: "training");

            migrationBuilder.DropTable(
                name: "dispensation",
                schema: "training");

            migrationBuilder.DropTable(
                name: "enrolment_needs",
                schema: "training");

            migrationBuilder.DropTable(
                name: "evaluation_answer",
                schema: "training");

            migrationBuilder.DropTable(
                name: "evaluation_asked",
                schema: "training");

            migrationBuilder.DropTable(
                name: "idea_place",
                schema: "training");

            migrationBuilder.DropTable(
                name: "seat_reservation",
                schema: "training");

            migrationBuilder.DropTable(
                name: "session_part",
                schema: "training");

            migrationBuilder.DropTable(
                name: "enrolment",
                schema: "training");

            migrationBuilder.DropTable(
                name: "learner",
                schema: "training");

            migrationBuilder.DropTable(
                name: "session",
                schema: "training");

            migrationBuilder.DropColumn(
                name: "completion_percent",
                schema: "training",
                table: "course");

            migrationBuilder.DropSequence(
                name: "certificate_serial",
                schema: "training");
        }
    }
}
