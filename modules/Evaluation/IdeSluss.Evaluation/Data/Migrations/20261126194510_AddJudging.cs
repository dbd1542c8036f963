using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Evaluation.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddJudging : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "evaluation");

            migrationBuilder.CreateTable(
                name: "declared_tie",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: true),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declared_tie", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reviewer",
                schema: "evaluation",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    takes = table.Column<bool>(type: "boolean", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    most_waiting = table.Column<int>(type: "integer", nullable: false),
                    competences = table.Column<string[]>(type: "text[]", nullable: false),
                    away_until = table.Column<DateOnly>(type: "date", nullable: true),
                    deputy_id = table.Column<Guid>(type: "uuid", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviewer", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "sheet",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    gate = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_default = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sheet", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "asking_rule",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    gate = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: true),
                    area = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    sheet_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wanted = table.Column<int>(type: "integer", nullable: false),
                    working_days = table.Column<int>(type: "integer", nullable: false),
                    always = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asking_rule", x => x.id);
                    table.ForeignKey(
                        name: "fk_asking_rule_sheet_sheet_id",
                        column: x => x.sheet_id,
                        principalSchema: "evaluation",
                        principalTable: "sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sheet_version",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sheet_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    edit = table.Column<int>(type: "integer", nullable: false),
                    locked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sheet_version", x => x.id);
                    table.ForeignKey(
                        name: "fk_sheet_version_sheet_sheet_id",
                        column: x => x.sheet_id,
                        principalSchema: "evaluation",
                        principalTable: "sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    gate = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sheet_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sheet_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opens_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    wanted = table.Column<int>(type: "integer", nullable: false),
                    started_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    end = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    talk_needed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    talked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    talked_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    agreed = table.Column<bool>(type: "boolean", nullable: true),
                    talk_text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round", x => x.id);
                    table.ForeignKey(
                        name: "fk_round_sheet_sheet_id",
                        column: x => x.sheet_id,
                        principalSchema: "evaluation",
                        principalTable: "sheet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_round_sheet_version_sheet_version_id",
                        column: x => x.sheet_version_id,
                        principalSchema: "evaluation",
                        principalTable: "sheet_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reviewer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    instead_of_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    score = table.Column<decimal>(type: "numeric(4,2)", precision: 4, scale: 2, nullable: true),
                    stops = table.Column<string[]>(type: "text[]", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    reminded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review", x => x.id);
                    table.ForeignKey(
                        name: "fk_review_round_round_id",
                        column: x => x.round_id,
                        principalSchema: "evaluation",
                        principalTable: "round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_asking_rule_gate",
                schema: "evaluation",
                table: "asking_rule",
                column: "gate");

            migrationBuilder.CreateIndex(
                name: "ix_asking_rule_sheet_id",
                schema: "evaluation",
                table: "asking_rule",
                column: "sheet_id");

            migrationBuilder.CreateIndex(
                name: "ix_declared_tie_idea_id",
                schema: "evaluation",
                table: "declared_tie",
                column: "idea_id");

            migrationBuilder.CreateIndex(
                name: "ix_declared_tie_person_id",
                schema: "evaluation",
                table: "declared_tie",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_reviewer_id_state",
                schema: "evaluation",
                table: "review",
                columns: new[] { "reviewer_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_review_round_id_reviewer_id",
                schema: "evaluation",
                table: "review",
                columns: new[] { "round_id", "reviewer_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_review_waiting",
                schema: "evaluation",
                table: "review",
                column: "state",
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_reviewer_deputy_id",
                schema: "evaluation",
                table: "reviewer",
                column: "deputy_id");

            migrationBuilder.CreateIndex(
                name: "ix_round_gate_closed_at",
                schema: "evaluation",
                table: "round",
                columns: new[] { "gate", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_round_idea_id",
                schema: "evaluation",
                table: "round",
                column: "idea_id");

            migrationBuilder.CreateIndex(
                name: "ix_round_open",
                schema: "evaluation",
                table: "round",
                columns: new[] { "idea_id", "gate" },
                unique: true,
                filter: "closed_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_round_sheet_id",
                schema: "evaluation",
                table: "round",
                column: "sheet_id");

            migrationBuilder.CreateIndex(
                name: "ix_round_sheet_version_id",
                schema: "evaluation",
                table: "round",
                column: "sheet_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_round_started_at_id",
                schema: "evaluation",
                table: "round",
                columns: new[] { "started_at", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_sheet_code",
                schema: "evaluation",
                table: "sheet",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sheet_default",
                schema: "evaluation",
                table: "sheet",
                column: "gate",
                unique: true,
                filter: "is_default");

            migrationBuilder.CreateIndex(
                name: "ix_sheet_version_sheet_id_number",
                schema: "evaluation",
                table: "sheet_version",
                columns: new[] { "sheet_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "asking_rule",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "declared_tie",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "review",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "reviewer",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "round",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "sheet_version",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "sheet",
                schema: "evaluation");
        }
    }
}
