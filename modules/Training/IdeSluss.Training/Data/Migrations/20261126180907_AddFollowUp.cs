using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Training.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddFollowUp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "ix_decision_fact_decided_by_id_decided_at",
                schema: "training",
                table: "decision_fact",
                columns: new[] { "decided_by_id", "decided_at" });

            migrationBuilder.CreateIndex(
                name: "ix_evaluation_answer_session_id_round",
                schema: "training",
                table: "evaluation_answer",
                columns: new[] { "session_id", "round" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "decision_fact",
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
        }
    }
}
