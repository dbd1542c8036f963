using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Evaluation.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddBenefits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "benefit_plan",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    receiving_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    track = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    went_live_on = table.Column<DateOnly>(type: "date", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    forms = table.Column<string>(type: "jsonb", nullable: false),
                    planned_per_year = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_benefit_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "follow_up",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    form = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    reminders = table.Column<int>(type: "integer", nullable: false),
                    reminded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    realised_per_year = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    reached = table.Column<int>(type: "integer", nullable: false),
                    benefits = table.Column<int>(type: "integer", nullable: false),
                    missing_split = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_up", x => x.id);
                    table.ForeignKey(
                        name: "fk_follow_up_benefit_plan_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "evaluation",
                        principalTable: "benefit_plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_benefit_plan_created_at_id",
                schema: "evaluation",
                table: "benefit_plan",
                columns: new[] { "created_at", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_benefit_plan_decision_id",
                schema: "evaluation",
                table: "benefit_plan",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_benefit_plan_idea_id",
                schema: "evaluation",
                table: "benefit_plan",
                column: "idea_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_benefit_plan_owner_id",
                schema: "evaluation",
                table: "benefit_plan",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_ended_at",
                schema: "evaluation",
                table: "follow_up",
                column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_open",
                schema: "evaluation",
                table: "follow_up",
                column: "state",
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_plan_id_form",
                schema: "evaluation",
                table: "follow_up",
                columns: new[] { "plan_id", "form" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_planned",
                schema: "evaluation",
                table: "follow_up",
                column: "due",
                filter: "state = 'Planned'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "follow_up",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "benefit_plan",
                schema: "evaluation");
        }
    }
}
