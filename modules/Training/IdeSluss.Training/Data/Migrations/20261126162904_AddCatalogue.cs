using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Training.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddCatalogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "training");

            migrationBuilder.CreateTable(
                name: "course",
                schema: "training",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    english_title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    purpose = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    english_purpose = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    level = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    hours = table.Column<decimal>(type: "numeric(5,1)", precision: 5, scale: 1, nullable: false),
                    language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    outcomes = table.Column<string[]>(type: "text[]", nullable: false),
                    english_outcomes = table.Column<string[]>(type: "text[]", nullable: false),
                    prerequisites = table.Column<string[]>(type: "text[]", nullable: false),
                    accessibility = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    english_accessibility = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    oldest_valid_edition = table.Column<int>(type: "integer", nullable: false),
                    validity_months = table.Column<int>(type: "integer", nullable: true),
                    manager_approves = table.Column<bool>(type: "boolean", nullable: false),
                    completed_by_reading = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lesson",
                schema: "training",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    english_title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(30000)", maxLength: 30000, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lesson", x => x.id);
                    table.ForeignKey(
                        name: "fk_lesson_course_course_id",
                        column: x => x.course_id,
                        principalSchema: "training",
                        principalTable: "course",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "material",
                schema: "training",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    licence = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    author = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material", x => x.id);
                    table.ForeignKey(
                        name: "fk_material_course_course_id",
                        column: x => x.course_id,
                        principalSchema: "training",
                        principalTable: "course",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "track_step",
                schema: "training",
                columns: table => new
                {
                    track = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    necessity = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_track_step", x => new { x.track, x.course_id });
                    table.ForeignKey(
                        name: "fk_track_step_course_course_id",
                        column: x => x.course_id,
                        principalSchema: "training",
                        principalTable: "course",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lesson_reading",
                schema: "training",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lesson_id = table.Column<Guid>(type: "uuid", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lesson_reading", x => new { x.person_id, x.lesson_id });
                    table.ForeignKey(
                        name: "fk_lesson_reading_lesson_lesson_id",
                        column: x => x.lesson_id,
                        principalSchema: "training",
                        principalTable: "lesson",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "material_edition",
                schema: "training",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    material_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    address = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    accessibility_checked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material_edition", x => x.id);
                    table.ForeignKey(
                        name: "fk_material_edition_material_material_id",
                        column: x => x.material_id,
                        principalSchema: "training",
                        principalTable: "material",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_course_code",
                schema: "training",
                table: "course",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lesson_course_id_number",
                schema: "training",
                table: "lesson",
                columns: new[] { "course_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lesson_reading_lesson_id",
                schema: "training",
                table: "lesson_reading",
                column: "lesson_id");

            migrationBuilder.CreateIndex(
                name: "ix_material_course_id",
                schema: "training",
                table: "material",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_material_edition_material_id_number",
                schema: "training",
                table: "material_edition",
                columns: new[] { "material_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_track_step_course_id",
                schema: "training",
                table: "track_step",
                column: "course_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lesson_reading",
                schema: "training");

            migrationBuilder.DropTable(
                name: "material_edition",
                schema: "training");

            migrationBuilder.DropTable(
                name: "track_step",
                schema: "training");

            migrationBuilder.DropTable(
                name: "lesson",
                schema: "training");

            migrationBuilder.DropTable(
                name: "material",
                schema: "training");

            migrationBuilder.DropTable(
                name: "course",
                schema: "training");
        }
    }
}
