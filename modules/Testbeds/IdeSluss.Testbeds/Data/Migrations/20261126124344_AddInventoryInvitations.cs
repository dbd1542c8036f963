using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Testbeds.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddInventoryInvitations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "inventory_invitation",
                schema: "testbeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    testbed_id = table.Column<Guid>(type: "uuid", nullable: true),
                    email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    sent_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reminded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    described = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inventory_invitation", x => x.id);
                    table.ForeignKey(
                        name: "fk_inventory_invitation_testbed_testbed_id",
                        column: x => x.testbed_id,
                        principalSchema: "testbeds",
                        principalTable: "testbed",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_inventory_invitation_sent_at_id",
                schema: "testbeds",
                table: "inventory_invitation",
                columns: new[] { "sent_at", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_inventory_invitation_testbed_id",
                schema: "testbeds",
                table: "inventory_invitation",
                column: "testbed_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "inventory_invitation",
                schema: "testbeds");
        }
    }
}
