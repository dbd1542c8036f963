using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Ideas.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddPracticeAndCoachPools : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "pool_authority_id",
                schema: "ideas",
                table: "ideas",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "pool_unit_id",
                schema: "ideas",
                table: "ideas",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "practice_case",
                schema: "ideas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    exercise = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "jsonb", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_practice_case", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ideas_pool_unit_id",
                schema: "ideas",
                table: "ideas",
                column: "pool_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_practice_case_changed_at",
                schema: "ideas",
                table: "practice_case",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_practice_case_person_id_exercise",
                schema: "ideas",
                table: "practice_case",
                columns: new[] { "person_id", "exercise" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "practice_case",
                schema: "ideas");

            migrationBuilder.DropIndex(
                name: "ix_ideas_pool_unit_id",
                schema: "ideas",
                table: "ideas");

            migrationBuilder.DropColumn(
                name: "pool_authority_id",
                schema: "ideas",
                table: "ideas");

            migrationBuilder.DropColumn(
                name: "pool_unit_id",
                schema: "ideas",
                table: "ideas");
        }
    }
}
