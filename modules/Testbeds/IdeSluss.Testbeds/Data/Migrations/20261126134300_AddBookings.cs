using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Testbeds.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddBookings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "exempt_roles",
                schema: "testbeds",
                table: "bookable_resource",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<int>(
                name: "most_per_person",
                schema: "testbeds",
                table: "bookable_resource",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "blackout",
                schema: "testbeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    testbed_id = table.Column<Guid>(type: "uuid", nullable: false),
                    resource_id = table.Column<Guid>(type: "uuid", nullable: true),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_blackout", x => x.id);
                    table.ForeignKey(
                        name: "fk_blackout_bookable_resource_resource_id",
                        column: x => x.resource_id,
                        principalSchema: "testbeds",
                        principalTable: "bookable_resource",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_blackout_testbed_testbed_id",
                        column: x => x.testbed_id,
                        principalSchema: "testbeds",
                        principalTable: "testbed",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "booking",
                schema: "testbeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    idea = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    whole_days = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_booking", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_feed",
                schema: "testbeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    testbed_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_feed", x => x.id);
                    table.ForeignKey(
                        name: "fk_calendar_feed_testbed_testbed_id",
                        column: x => x.testbed_id,
                        principalSchema: "testbeds",
                        principalTable: "testbed",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opening_hours",
                schema: "testbeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    testbed_id = table.Column<Guid>(type: "uuid", nullable: false),
                    resource_id = table.Column<Guid>(type: "uuid", nullable: true),
                    weekday = table.Column<int>(type: "integer", nullable: false),
                    from_minute = table.Column<int>(type: "integer", nullable: false),
                    to_minute = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opening_hours", x => x.id);
                    table.ForeignKey(
                        name: "fk_opening_hours_bookable_resource_resource_id",
                        column: x => x.resource_id,
                        principalSchema: "testbeds",
                        principalTable: "bookable_resource",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opening_hours_testbed_testbed_id",
                        column: x => x.testbed_id,
                        principalSchema: "testbeds",
                        principalTable: "testbed",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "booking_item",
                schema: "testbeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    resource_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_number = table.Column<int>(type: "integer", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    offer_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    handed_over_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    handed_over_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    condition_out = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    returned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    returned_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    condition_back = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    reminded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_booking_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_booking_item_bookable_resource_resource_id",
                        column: x => x.resource_id,
                        principalSchema: "testbeds",
                        principalTable: "bookable_resource",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_booking_item_booking_booking_id",
                        column: x => x.booking_id,
                        principalSchema: "testbeds",
                        principalTable: "booking",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "booking_log",
                schema: "testbeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    booking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    step = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_booking_log", x => x.id);
                    table.ForeignKey(
                        name: "fk_booking_log_booking_booking_id",
                        column: x => x.booking_id,
                        principalSchema: "testbeds",
                        principalTable: "booking",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_blackout_resource_id",
                schema: "testbeds",
                table: "blackout",
                column: "resource_id");

            migrationBuilder.CreateIndex(
                name: "ix_blackout_testbed_id",
                schema: "testbeds",
                table: "blackout",
                column: "testbed_id");

            migrationBuilder.CreateIndex(
                name: "ix_booking_person_id_starts_at_id",
                schema: "testbeds",
                table: "booking",
                columns: new[] { "person_id", "starts_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_booking_item_booking_id",
                schema: "testbeds",
                table: "booking_item",
                column: "booking_id");

            migrationBuilder.CreateIndex(
                name: "ix_booking_item_open",
                schema: "testbeds",
                table: "booking_item",
                columns: new[] { "state", "requested_at", "id" },
                filter: "state in ('Requested', 'Waiting', 'Offered', 'Lent')");

            migrationBuilder.CreateIndex(
                name: "ix_booking_item_resource_id_starts_at",
                schema: "testbeds",
                table: "booking_item",
                columns: new[] { "resource_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_booking_log_booking_id_id",
                schema: "testbeds",
                table: "booking_log",
                columns: new[] { "booking_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feed_person_id",
                schema: "testbeds",
                table: "calendar_feed",
                column: "person_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feed_testbed_id",
                schema: "testbeds",
                table: "calendar_feed",
                column: "testbed_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_opening_hours_resource_id",
                schema: "testbeds",
                table: "opening_hours",
                column: "resource_id");

            migrationBuilder.CreateIndex(
                name: "ix_opening_hours_testbed_id",
                schema: "testbeds",
                table: "opening_hours",
                column: "testbed_id");

            // An exclusion constraint over ids and ranges at once needs equality in GiST.
            migrationBuilder.Sql("create extension if not exists btree_gist");
            // What an item holds of its unit, or nothing. No two of one unit may overlap: this is what makes a double booking impossible, whatever the code does.
            migrationBuilder.Sql("""
                alter table testbeds.booking_item add column held tstzrange
                    generated always as (case when state in ('Offered', 'Requested', 'Booked', 'Lent', 'Returned') then tstzrange(held_from, held_to) end) stored;
                alter table testbeds.booking_item add constraint ex_booking_item_held exclude using gist (resource_id with =, unit_number with =, held with &&);
                create index ix_booking_item_held on testbeds.booking_item using gist (held);
                """);
            // Nothing is closed twice at a time.
            migrationBuilder.Sql("""
                alter table testbeds.blackout add column period tstzrange generated always as (tstzrange(starts_at, ends_at)) stored;
                alter table testbeds.blackout add constraint ex_blackout_period exclude using gist ((coalesce(resource_id, testbed_id)) with =, period with &&);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "blackout",
                schema: "testbeds");

            migrationBuilder.DropTable(
                name: "booking_item",
                schema: "testbeds");

            migrationBuilder.DropTable(
                name: "booking_log",
                schema: "testbeds");

            migrationBuilder.DropTable(
                name: "calendar_feed",
                schema: "testbeds");

            migrationBuilder.DropTable(
                name: "opening_hours",
                schema: "testbeds");

            migrationBuilder.DropTable(
                name: "booking",
                schema: "testbeds");

            migrationBuilder.DropColumn(
                name: "exempt_roles",
                schema: "testbeds",
                table: "bookable_resource");

            migrationBuilder.DropColumn(
                name: "most_per_person",
                schema: "testbeds",
                table: "bookable_resource");
        }
    }
}
