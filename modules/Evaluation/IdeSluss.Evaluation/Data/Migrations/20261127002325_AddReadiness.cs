using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Evaluation.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddReadiness : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "scale_set",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scale_set", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "scale_version",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    set_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    read_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_in_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scale_version", x => x.id);
                    table.ForeignKey(
                        name: "fk_scale_version_scale_set_set_id",
                        column: x => x.set_id,
                        principalSchema: "evaluation",
                        principalTable: "scale_set",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "readiness_mark",
                schema: "evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    scale_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    levels = table.Column<int[]>(type: "integer[]", nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    marked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    marked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_readiness_mark", x => x.id);
                    table.ForeignKey(
                        name: "fk_readiness_mark_scale_version_scale_version_id",
                        column: x => x.scale_version_id,
                        principalSchema: "evaluation",
                        principalTable: "scale_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_readiness_mark_idea_id_marked_at",
                schema: "evaluation",
                table: "readiness_mark",
                columns: new[] { "idea_id", "marked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_readiness_mark_scale_version_id",
                schema: "evaluation",
                table: "readiness_mark",
                column: "scale_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_scale_set_code",
                schema: "evaluation",
                table: "scale_set",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_scale_version_set_id_number",
                schema: "evaluation",
                table: "scale_version",
                columns: new[] { "set_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "readiness_mark",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "scale_version",
                schema: "evaluation");

            migrationBuilder.DropTable(
                name: "scale_set",
                schema: "evaluation");
        }
    }
}
