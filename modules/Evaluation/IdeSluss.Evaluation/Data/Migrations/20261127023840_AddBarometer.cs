using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Evaluation.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddBarometer : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "reminded_of",
                schema: "evaluation",
                table: "self_check",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "innovation",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    receiving_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    in_use_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    form_version = table.Column<int>(type: "integer", nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_innovation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "solution_mark",
                schema: "evaluation",
                columns: table => new
                {
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nature = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    crossing = table.Column<bool>(type: "boolean", nullable: true),
                    marked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    marked_by_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_solution_mark", x => x.idea_id);
                });

            migrationBuilder.CreateTable(
                name: "trust_sum",
                schema: "evaluation",
                columns: table => new
                {
                    quarter = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    counts = table.Column<int[]>(type: "integer[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trust_sum", x => x.quarter);
                });

            migrationBuilder.CreateTable(
                name: "trust_ticket",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    quarter = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trust_ticket", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_innovation_answered",
                schema: "evaluation",
                table: "innovation",
                column: "ended_at",
                filter: "state = 'Answered'");

            migrationBuilder.CreateIndex(
                name: "ix_innovation_asked_of",
                schema: "evaluation",
                table: "innovation",
                column: "owner_id",
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_innovation_decision_id",
                schema: "evaluation",
                table: "innovation",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_innovation_idea_id",
                schema: "evaluation",
                table: "innovation",
                column: "idea_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_innovation_in_use_on",
                schema: "evaluation",
                table: "innovation",
                column: "in_use_on");

            migrationBuilder.CreateIndex(
                name: "ix_innovation_unanswered",
                schema: "evaluation",
                table: "innovation",
                columns: new[] { "in_use_on", "id" },
                descending: new bool[0],
                filter: "state <> 'Answered'");

            migrationBuilder.CreateIndex(
                name: "ix_solution_mark_marked_at",
                schema: "evaluation",
                table: "solution_mark",
                column: "marked_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "innovation",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "solution_mark",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "trust_sum",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "trust_ticket",
                schema: "evaluation");

            migrationBuilder.DropColumn(
                name: "reminded_of",
                schema: "evaluation",
                table: "self_check");
        }
    }
}
