using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Training.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "enrolment_needs",
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
        }
    }
}
