using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Training.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddEnglishLessons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "english_text",
                schema: "training",
                table: "lesson",
                type: "character varying(30000)",
                maxLength: 30000,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "english_text",
                schema: "training",
                table: "lesson");
        }
    }
}
