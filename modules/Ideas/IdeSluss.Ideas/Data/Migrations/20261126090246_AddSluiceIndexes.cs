using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Ideas.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddSluiceIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_idea_closed",
                schema: "ideas",
                table: "ideas",
                column: "closed_at",
                descending: new bool[0],
                filter: "closed_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_idea_under_way",
                schema: "ideas",
                table: "ideas",
                columns: new[] { "authority_id", "unit_id" },
                filter: "status <> 'Closed' and not restricted")
                .Annotation("Npgsql:IndexInclude", new[] { "stage", "track", "status", "restricted", "promise_due", "stage_entered_at", "received_at", "published_at", "held_until", "stage_before_hold" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_idea_closed",
                schema: "ideas",
                table: "ideas");

            migrationBuilder.DropIndex(
                name: "ix_idea_under_way",
                schema: "ideas",
                table: "ideas");
        }
    }
}
