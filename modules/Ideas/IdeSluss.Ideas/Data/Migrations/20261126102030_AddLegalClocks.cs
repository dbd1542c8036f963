using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Ideas.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddLegalClocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "legal_clock",
                schema: "ideas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: true),
                    report_id = table.Column<Guid>(type: "uuid", nullable: true),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    kind_name = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    started_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    extended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    extension_note = table.Column<string>(type: "text", nullable: true),
                    warned_early_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    warned_late_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stopped_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    stop = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    stop_note = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_clock", x => x.id);
                    table.ForeignKey(
                        name: "fk_legal_clock_ideas_idea_id",
                        column: x => x.idea_id,
                        principalSchema: "ideas",
                        principalTable: "ideas",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_legal_clock_due",
                schema: "ideas",
                table: "legal_clock",
                columns: new[] { "due", "id" },
                filter: "stopped_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_legal_clock_idea_id",
                schema: "ideas",
                table: "legal_clock",
                column: "idea_id");

            migrationBuilder.CreateIndex(
                name: "ix_legal_clock_running",
                schema: "ideas",
                table: "legal_clock",
                columns: new[] { "idea_id", "kind" },
                unique: true,
                filter: "stopped_at is null and idea_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "legal_clock",
                schema: "ideas");
        }
    }
}
