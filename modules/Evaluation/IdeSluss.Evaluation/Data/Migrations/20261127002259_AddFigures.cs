using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Evaluation.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "profile",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    quarter = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_profile", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "research_agreement",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    researcher_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ethics_reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    tables = table.Column<string[]>(type: "text[]", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    codebook = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_research_agreement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "research_export",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    codebook = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_research_export", x => x.id);
                    table.ForeignKey(
                        name: "fk_research_export_research_agreement_agreement_id",
                        column: x => x.agreement_id,
                        principalSchema: "evaluation",
                        principalTable: "research_agreement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_research_agreement_researcher_id",
                schema: "evaluation",
                table: "research_agreement",
                column: "researcher_id");

            migrationBuilder.CreateIndex(
                name: "ix_research_export_agreement_id",
                schema: "evaluation",
                table: "research_export",
                column: "agreement_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "profile",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "research_export",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "research_agreement",
                schema: "evaluation");
        }
    }
}
