using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Evaluation.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddQualityWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "quality_risk",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    cause = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    consequence = table.Column<int>(type: "integer", nullable: false),
                    probability = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    action = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    who = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    residual = table.Column<int>(type: "integer", nullable: true),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    receiving_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quality_risk", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "routine_change",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    routine = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    receiving_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_routine_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "self_check",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    how = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    often = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    who = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    next_on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    receiving_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_self_check", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "self_check_result",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    self_check_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    works = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_self_check_result", x => x.id);
                    table.ForeignKey(
                        name: "fk_self_check_result_self_check_self_check_id",
                        column: x => x.self_check_id,
                        principalSchema: "evaluation",
                        principalTable: "self_check",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_quality_risk_authority_id_day",
                schema: "evaluation",
                table: "quality_risk",
                columns: new[] { "authority_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_quality_risk_decision_id_row",
                schema: "evaluation",
                table: "quality_risk",
                columns: new[] { "decision_id", "row" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_routine_change_authority_id_day",
                schema: "evaluation",
                table: "routine_change",
                columns: new[] { "authority_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_routine_change_decision_id_row",
                schema: "evaluation",
                table: "routine_change",
                columns: new[] { "decision_id", "row" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_self_check_authority_id_day",
                schema: "evaluation",
                table: "self_check",
                columns: new[] { "authority_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_self_check_decision_id_row",
                schema: "evaluation",
                table: "self_check",
                columns: new[] { "decision_id", "row" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_self_check_next_on_id",
                schema: "evaluation",
                table: "self_check",
                columns: new[] { "next_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_self_check_result_self_check_id_day",
                schema: "evaluation",
                table: "self_check_result",
                columns: new[] { "self_check_id", "day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "quality_risk",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "routine_change",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "self_check_result",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "self_check",
                schema: "evaluation");
        }
    }
}
