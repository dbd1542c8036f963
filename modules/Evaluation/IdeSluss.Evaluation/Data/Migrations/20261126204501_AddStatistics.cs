using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Evaluation.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddStatistics : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "settled_period",
                schema: "evaluation",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settled_period", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "quarter_figure",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    period = table.Column<string>(type: "character varying(6)", nullable: false),
                    what = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    dimensions = table.Column<string[]>(type: "text[]", nullable: false),
                    parts = table.Column<string[]>(type: "text[]", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    median = table.Column<int>(type: "integer", nullable: true),
                    ninth = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quarter_figure", x => x.id);
                    table.ForeignKey(
                        name: "fk_quarter_figure_settled_period_period",
                        column: x => x.period,
                        principalSchema: "evaluation",
                        principalTable: "settled_period",
                        principalColumn: "name",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_quarter_figure_period_what",
                schema: "evaluation",
                table: "quarter_figure",
                columns: new[] { "period", "what" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "quarter_figure",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "settled_period",
                schema: "evaluation");
        }
    }
}
