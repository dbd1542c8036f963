using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddMailTraces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "trace_parent",
                schema: "mail",
                table: "message",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "trace_parent",
                schema: "mail",
                table: "message");
        }
    }
}
