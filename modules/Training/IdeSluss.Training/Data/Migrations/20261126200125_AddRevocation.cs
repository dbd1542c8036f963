using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Training.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddRevocation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_certificate_of_session",
                schema: "training",
                table: "certificate");

            migrationBuilder.AddColumn<Guid>(
                name: "revoked_by_id",
                schema: "training",
                table: "certificate",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "revoked_reason",
                schema: "training",
                table: "certificate",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificate_of_session",
                schema: "training",
                table: "certificate",
                columns: new[] { "learner_id", "session_id" },
                unique: true,
                filter: "session_id is not null and revoked_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_certificate_of_session",
                schema: "training",
                table: "certificate");

            migrationBuilder.DropColumn(
                name: "revoked_by_id",
                schema: "training",
                table: "certificate");

            migrationBuilder.DropColumn(
                name: "revoked_reason",
                schema: "training",
                table: "certificate");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_of_session",
                schema: "training",
                table: "certificate",
                columns: new[] { "learner_id", "session_id" },
                unique: true,
                filter: "session_id is not null");
        }
    }
}
