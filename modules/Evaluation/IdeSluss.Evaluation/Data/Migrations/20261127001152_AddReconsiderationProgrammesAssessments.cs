using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Evaluation.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddReconsiderationProgrammesAssessments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "programme",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    frame = table.Column<string>(type: "jsonb", nullable: false),
                    work = table.Column<string>(type: "jsonb", nullable: false),
                    effects = table.Column<string>(type: "jsonb", nullable: false),
                    partners = table.Column<string>(type: "jsonb", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "question_set",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_question_set", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reconsideration",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    gate = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    first_decider_id = table.Column<Guid>(type: "uuid", nullable: true),
                    first_decided_as = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    decider_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reminded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_as = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    motivation = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reconsideration", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programme_entry",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    partner = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    what = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    struck_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    struck_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_entry", x => x.id);
                    table.ForeignKey(
                        name: "fk_programme_entry_programme_programme_id",
                        column: x => x.programme_id,
                        principalSchema: "evaluation",
                        principalTable: "programme",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programme_report",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    written = table.Column<string[]>(type: "text[]", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_report", x => x.id);
                    table.ForeignKey(
                        name: "fk_programme_report_programme_programme_id",
                        column: x => x.programme_id,
                        principalSchema: "evaluation",
                        principalTable: "programme",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "renewal_decision",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    granted = table.Column<bool>(type: "boolean", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decided_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    paragraph = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_renewal_decision", x => x.id);
                    table.ForeignKey(
                        name: "fk_renewal_decision_programme_programme_id",
                        column: x => x.programme_id,
                        principalSchema: "evaluation",
                        principalTable: "programme",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "question_version",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    set_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    read_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_in_by_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_question_version", x => x.id);
                    table.ForeignKey(
                        name: "fk_question_version_question_set_set_id",
                        column: x => x.set_id,
                        principalSchema: "evaluation",
                        principalTable: "question_set",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    set_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessment_question_set_set_id",
                        column: x => x.set_id,
                        principalSchema: "evaluation",
                        principalTable: "question_set",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assessment_question_version_question_version_id",
                        column: x => x.question_version_id,
                        principalSchema: "evaluation",
                        principalTable: "question_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_answer",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_answer", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessment_answer_assessment_assessment_id",
                        column: x => x.assessment_id,
                        principalSchema: "evaluation",
                        principalTable: "assessment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_participant",
                schema: "evaluation",
                columns: table => new
                {
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_participant", x => new { x.assessment_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_assessment_participant_assessment_assessment_id",
                        column: x => x.assessment_id,
                        principalSchema: "evaluation",
                        principalTable: "assessment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_assessment_opened_at_id",
                schema: "evaluation",
                table: "assessment",
                columns: new[] { "opened_at", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_question_version_id",
                schema: "evaluation",
                table: "assessment",
                column: "question_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_set_id_unit_id_year_kind",
                schema: "evaluation",
                table: "assessment",
                columns: new[] { "set_id", "unit_id", "year", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assessment_answer_assessment_id",
                schema: "evaluation",
                table: "assessment_answer",
                column: "assessment_id");

            migrationBuilder.CreateIndex(
                name: "ix_programme_code",
                schema: "evaluation",
                table: "programme",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programme_entry_programme_id_recorded_at_id",
                schema: "evaluation",
                table: "programme_entry",
                columns: new[] { "programme_id", "recorded_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_programme_report_programme_id_made_at",
                schema: "evaluation",
                table: "programme_report",
                columns: new[] { "programme_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_question_set_code",
                schema: "evaluation",
                table: "question_set",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_question_version_set_id_number",
                schema: "evaluation",
                table: "question_version",
                columns: new[] { "set_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reconsideration_asked_at_id",
                schema: "evaluation",
                table: "reconsideration",
                columns: new[] { "asked_at", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_reconsideration_decision_id",
                schema: "evaluation",
                table: "reconsideration",
                column: "decision_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reconsideration_idea_id",
                schema: "evaluation",
                table: "reconsideration",
                column: "idea_id");

            migrationBuilder.CreateIndex(
                name: "ix_reconsideration_waiting",
                schema: "evaluation",
                table: "reconsideration",
                column: "decider_id",
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_renewal_decision_programme_id_year",
                schema: "evaluation",
                table: "renewal_decision",
                columns: new[] { "programme_id", "year" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assessment_answer",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "assessment_participant",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "programme_entry",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "programme_report",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "reconsideration",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "renewal_decision",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "assessment",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "programme",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "question_version",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "question_set",
                schema: "evaluation");
        }
    }
}
