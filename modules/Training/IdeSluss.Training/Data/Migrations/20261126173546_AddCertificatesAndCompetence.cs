using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Training.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddCertificatesAndCompetence : Migration
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
                name: "ix_dispensation_course_id",
                schema: "training",
                table: "dispensation",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_dispensation_learner_id_course_id",
                schema: "training",
                table: "dispensation",
                columns: new[] { "learner_id", "course_id" });
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
                name: "dispensation",
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
