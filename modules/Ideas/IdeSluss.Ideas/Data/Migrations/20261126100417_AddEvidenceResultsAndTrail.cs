using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Ideas.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddEvidenceResultsAndTrail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "results",
                schema: "ideas",
                table: "evidence",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "trail",
                schema: "ideas",
                table: "evidence",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{}'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "results",
                schema: "ideas",
                table: "evidence");

            migrationBuilder.DropColumn(
                name: "trail",
                schema: "ideas",
                table: "evidence");
        }
    }
}
