using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Ideas.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddReceivers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "receiving_authority_id",
                schema: "ideas",
                table: "ideas",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "receiving_unit_id",
                schema: "ideas",
                table: "ideas",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "receiver",
                schema: "ideas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    if_stopped = table.Column<string>(type: "text", nullable: true),
                    if_retested = table.Column<string>(type: "text", nullable: true),
                    if_goes_on = table.Column<string>(type: "text", nullable: true),
                    hours = table.Column<int>(type: "integer", nullable: true),
                    money = table.Column<int>(type: "integer", nullable: true),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decline_reason = table.Column<string>(type: "text", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receiver", x => x.id);
                    table.ForeignKey(
                        name: "fk_receiver_ideas_idea_id",
                        column: x => x.idea_id,
                        principalSchema: "ideas",
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ideas_receiving_unit_id",
                schema: "ideas",
                table: "ideas",
                column: "receiving_unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_receiver_current",
                schema: "ideas",
                table: "receiver",
                column: "idea_id",
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_receiver_unit_id_status",
                schema: "ideas",
                table: "receiver",
                columns: new[] { "unit_id", "status" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "receiver",
                schema: "ideas");

            migrationBuilder.DropIndex(
                name: "ix_ideas_receiving_unit_id",
                schema: "ideas",
                table: "ideas");

            migrationBuilder.DropColumn(
                name: "receiving_authority_id",
                schema: "ideas",
                table: "ideas");

            migrationBuilder.DropColumn(
                name: "receiving_unit_id",
                schema: "ideas",
                table: "ideas");
        }
    }
}
