using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Testbeds.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddInventory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "testbeds");

            migrationBuilder.CreateTable(
                name: "taxonomy_term",
                schema: "testbeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    code = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    english = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    law = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    order = table.Column<int>(type: "integer", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_taxonomy_term", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "testbed",
                schema: "testbeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    short_description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    short_description_english = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    travel_information = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    access = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    capabilities = table.Column<string[]>(type: "text[]", nullable: false),
                    target_groups = table.Column<string[]>(type: "text[]", nullable: false),
                    needs = table.Column<string[]>(type: "text[]", nullable: false),
                    age_from = table.Column<int>(type: "integer", nullable: true),
                    age_to = table.Column<int>(type: "integer", nullable: true),
                    persons = table.Column<int>(type: "integer", nullable: true),
                    rooms = table.Column<int>(type: "integer", nullable: true),
                    devices = table.Column<int>(type: "integer", nullable: true),
                    parallel_tests = table.Column<int>(type: "integer", nullable: true),
                    equipment = table.Column<string[]>(type: "text[]", nullable: false),
                    connectivity = table.Column<string[]>(type: "text[]", nullable: false),
                    accessibility_yes = table.Column<string[]>(type: "text[]", nullable: false),
                    accessibility_no = table.Column<string[]>(type: "text[]", nullable: false),
                    languages = table.Column<string[]>(type: "text[]", nullable: false),
                    staff_competence = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    contact_role = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    contact_email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    lead_time_days = table.Column<int>(type: "integer", nullable: false),
                    cost = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    rules = table.Column<string[]>(type: "text[]", nullable: false),
                    maturity_from = table.Column<int>(type: "integer", nullable: true),
                    maturity_to = table.Column<int>(type: "integer", nullable: true),
                    agreements = table.Column<string[]>(type: "text[]", nullable: false),
                    ethics_role = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    data_protection_role = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    publish_open_data = table.Column<bool>(type: "boolean", nullable: false),
                    secrecy = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    own_liability = table.Column<bool>(type: "boolean", nullable: false),
                    partner_liability = table.Column<bool>(type: "boolean", nullable: false),
                    product_liability = table.Column<bool>(type: "boolean", nullable: false),
                    policy_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    insured_until = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_example = table.Column<bool>(type: "boolean", nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_testbed", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bookable_resource",
                schema: "testbeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    testbed_id = table.Column<Guid>(type: "uuid", nullable: true),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    units = table.Column<int>(type: "integer", nullable: false),
                    buffer_before = table.Column<int>(type: "integer", nullable: false),
                    buffer_after = table.Column<int>(type: "integer", nullable: false),
                    lead_time_days = table.Column<int>(type: "integer", nullable: false),
                    booked_by = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    approval = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bookable_resource", x => x.id);
                    table.ForeignKey(
                        name: "fk_bookable_resource_testbed_testbed_id",
                        column: x => x.testbed_id,
                        principalSchema: "testbeds",
                        principalTable: "testbed",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_bookable_resource_authority_id_unit_id",
                schema: "testbeds",
                table: "bookable_resource",
                columns: new[] { "authority_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bookable_resource_testbed_id",
                schema: "testbeds",
                table: "bookable_resource",
                column: "testbed_id");

            migrationBuilder.CreateIndex(
                name: "ix_taxonomy_term_kind_code",
                schema: "testbeds",
                table: "taxonomy_term",
                columns: new[] { "kind", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_testbed_accessibility_yes",
                schema: "testbeds",
                table: "testbed",
                column: "accessibility_yes")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_testbed_authority_id_unit_id",
                schema: "testbeds",
                table: "testbed",
                columns: new[] { "authority_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_testbed_capabilities",
                schema: "testbeds",
                table: "testbed",
                column: "capabilities")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_testbed_catalogue",
                schema: "testbeds",
                table: "testbed",
                columns: new[] { "name", "id" },
                filter: "published_at is not null and status <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_testbed_needs",
                schema: "testbeds",
                table: "testbed",
                column: "needs")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_testbed_slug",
                schema: "testbeds",
                table: "testbed",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_testbed_target_groups",
                schema: "testbeds",
                table: "testbed",
                column: "target_groups")
                .Annotation("Npgsql:IndexMethod", "gin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bookable_resource",
                schema: "testbeds");

            migrationBuilder.DropTable(
                name: "taxonomy_term",
                schema: "testbeds");

            migrationBuilder.DropTable(
                name: "testbed",
                schema: "testbeds");
        }
    }
}
