using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Evaluation.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeepTheMailOfAReview : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "mail_id",
                schema: "evaluation",
                table: "review",
                type: "uuid",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "mail_id",
                schema: "evaluation",
                table: "review");
        }
    }
}
