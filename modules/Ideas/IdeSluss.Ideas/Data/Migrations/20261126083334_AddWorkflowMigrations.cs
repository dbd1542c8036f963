using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Ideas.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddWorkflowMigrations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "workflow_migration",
                schema: "ideas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_key = table.Column<string>(type: "text", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    to_key = table.Column<string>(type: "text", nullable: false),
                    to_version = table.Column<int>(type: "integer", nullable: false),
                    stages = table.Column<string>(type: "jsonb", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    ordered_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    moved = table.Column<int>(type: "integer", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow_migration", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ideas_workflow_key_workflow_version_stage",
                schema: "ideas",
                table: "ideas",
                columns: new[] { "workflow_key", "workflow_version", "stage" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "workflow_migration",
                schema: "ideas");

            migrationBuilder.DropIndex(
                name: "ix_ideas_workflow_key_workflow_version_stage",
                schema: "ideas",
                table: "ideas");
        }
    }
}
