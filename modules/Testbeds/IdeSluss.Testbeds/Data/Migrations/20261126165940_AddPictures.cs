using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Testbeds.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddPictures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // "Never" was said when only those with a role could book; it now means everyone who can log in.
            migrationBuilder.Sql("update testbeds.bookable_resource set approval = 'WithoutRole' where approval = 'Never';");

            migrationBuilder.CreateTable(
                name: "testbed_picture",
                schema: "testbeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    testbed_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    description = table.Column<string>(type: "character varying(250)", maxLength: 250, nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_testbed_picture", x => x.id);
                    table.ForeignKey(
                        name: "fk_testbed_picture_testbed_testbed_id",
                        column: x => x.testbed_id,
                        principalSchema: "testbeds",
                        principalTable: "testbed",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_testbed_picture_testbed_id_place_id",
                schema: "testbeds",
                table: "testbed_picture",
                columns: new[] { "testbed_id", "place", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "testbed_picture",
                schema: "testbeds");
        }
    }
}
