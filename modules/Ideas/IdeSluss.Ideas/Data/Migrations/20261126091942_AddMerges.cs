using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Ideas.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddMerges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "merge",
                schema: "ideas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    target_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    mail_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_by_decision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    consent = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    consent_note = table.Column<string>(type: "text", nullable: true),
                    merged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    unmerged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    unmerged_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    unmerge_reason = table.Column<string>(type: "text", nullable: true),
                    before = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_merge", x => x.id);
                    table.ForeignKey(
                        name: "fk_merge_ideas_idea_id",
                        column: x => x.idea_id,
                        principalSchema: "ideas",
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_merge_ideas_target_id",
                        column: x => x.target_id,
                        principalSchema: "ideas",
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ideas_merged_into_id",
                schema: "ideas",
                table: "ideas",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_merge_idea_id_id",
                schema: "ideas",
                table: "merge",
                columns: new[] { "idea_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_merge_open",
                schema: "ideas",
                table: "merge",
                column: "idea_id",
                unique: true,
                filter: "state in ('Asked', 'Merged')");

            migrationBuilder.CreateIndex(
                name: "ix_merge_target_id",
                schema: "ideas",
                table: "merge",
                column: "target_id");

            migrationBuilder.CreateIndex(
                name: "ix_merge_unanswered",
                schema: "ideas",
                table: "merge",
                columns: new[] { "answer_by", "id" },
                filter: "state = 'Asked'");

            migrationBuilder.AddForeignKey(
                name: "fk_ideas_ideas_merged_into_id",
                schema: "ideas",
                table: "ideas",
                column: "merged_into_id",
                principalSchema: "ideas",
                principalTable: "ideas",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            // Ideas that were merged before their submitters were asked: a record that lets them be divided, one owner's link the less, and each group's whole.
            migrationBuilder.Sql("""
                insert into ideas.merge (id, idea_id, target_id, state, reason, question, asked_at, asked_by_id, asked_from, answer_by, decision_id, consent, merged_at, before, version)
                select distinct on (i.id) gen_random_uuid(), i.id, i.merged_into_id, 'Merged', d.reason, d.reply, d.decided_at, d.decided_by_id, d.effective_at, d.decided_at::date, d.id, 'Unanswered', d.decided_at,
                    jsonb_build_object('Asked', d.before, 'Merged', d.before, 'CancelledTasks', '[]'::jsonb), 0
                from ideas.ideas i join ideas.decision d on d.idea_id = i.id and d.merged_into_id = i.merged_into_id and d.taken_back_at is null and d.corrects_id is null and d.decided_by_id is not null
                order by i.id, d.decided_at desc;
                delete from ideas.idea_person p using ideas.ideas i where i.merged_into_id = p.idea_id and i.submitter_id = p.person_id and p.kind = 'CoSubmitter';
                with recursive way as (
                    select i.id, i.merged_into_id as whole, 1 as steps from ideas.ideas i where i.merged_into_id is not null
                    union select way.id, next.merged_into_id, way.steps + 1 from way join ideas.ideas next on next.id = way.whole where next.merged_into_id is not null and way.steps < 100)
                update ideas.ideas i set merged_into_id = last.whole
                from (select distinct on (id) id, whole from way order by id, steps desc) last where last.id = i.id and last.whole is distinct from i.merged_into_id;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_ideas_ideas_merged_into_id",
                schema: "ideas",
                table: "ideas");

            migrationBuilder.DropTable(
                name: "merge",
                schema: "ideas");

            migrationBuilder.DropIndex(
                name: "ix_ideas_merged_into_id",
                schema: "ideas",
                table: "ideas");
        }
    }
}
