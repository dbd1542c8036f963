using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IdeSluss.Ideas.Data.Migrations
{
    /// <inheritdoc />
    public partial class InitialIdeas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "ideas");

            migrationBuilder.CreateSequence(
                name: "case_number",
                schema: "ideas");

            migrationBuilder.CreateTable(
                name: "accessibility_report",
                schema: "ideas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    page = table.Column<string>(type: "text", nullable: true),
                    contact = table.Column<string>(type: "text", nullable: true),
                    is_request = table.Column<bool>(type: "boolean", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accessibility_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "digest",
                schema: "ideas",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_digest", x => new { x.person_id, x.day });
                });

            migrationBuilder.CreateTable(
                name: "draft",
                schema: "ideas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    fields = table.Column<string>(type: "jsonb", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ideas",
                schema: "ideas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    submission_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    workflow_key = table.Column<string>(type: "text", nullable: false),
                    workflow_version = table.Column<int>(type: "integer", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    track = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    close_reason = table.Column<string>(type: "text", nullable: true),
                    redirect_target = table.Column<string>(type: "text", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    restricted = table.Column<bool>(type: "boolean", nullable: false),
                    original_title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    original_text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    public_title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    public_text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    need_sentence = table.Column<string>(type: "text", nullable: true),
                    place = table.Column<string>(type: "text", nullable: true),
                    who_has_need = table.Column<string>(type: "text", nullable: true),
                    area = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    submitter_kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    submitter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    registered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    consent_note = table.Column<string>(type: "text", nullable: true),
                    original_kept_at = table.Column<string>(type: "text", nullable: true),
                    answer_way = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    follow_code_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hints = table.Column<int>(type: "integer", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stage_entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    promise_due = table.Column<DateOnly>(type: "date", nullable: true),
                    paused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stage_before_hold = table.Column<string>(type: "text", nullable: true),
                    coach_id = table.Column<Guid>(type: "uuid", nullable: true),
                    follower_count = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ideas", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "advice",
                schema: "ideas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    gate = table.Column<string>(type: "text", nullable: false),
                    adviser_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    recommendation = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_advice", x => x.id);
                    table.ForeignKey(
                        name: "fk_advice_ideas_idea_id",
                        column: x => x.idea_id,
                        principalSchema: "ideas",
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "clock_warning",
                schema: "ideas",
                columns: table => new
                {
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage_entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    percent = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clock_warning", x => new { x.idea_id, x.stage_entered_at, x.percent });
                    table.ForeignKey(
                        name: "fk_clock_warning_ideas_idea_id",
                        column: x => x.idea_id,
                        principalSchema: "ideas",
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contact",
                schema: "ideas",
                columns: table => new
                {
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "text", nullable: true),
                    telephone = table.Column<string>(type: "text", nullable: true),
                    address = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact", x => x.idea_id);
                    table.ForeignKey(
                        name: "fk_contact_ideas_idea_id",
                        column: x => x.idea_id,
                        principalSchema: "ideas",
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "decision",
                schema: "ideas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    gate = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    track = table.Column<string>(type: "text", nullable: true),
                    from_stage = table.Column<string>(type: "text", nullable: false),
                    to_stage = table.Column<string>(type: "text", nullable: false),
                    close_reason = table.Column<string>(type: "text", nullable: true),
                    redirect_target = table.Column<string>(type: "text", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_as = table.Column<string>(type: "text", nullable: true),
                    presenter = table.Column<string>(type: "text", nullable: true),
                    participants = table.Column<string>(type: "text", nullable: true),
                    legal_basis = table.Column<string>(type: "text", nullable: true),
                    committee_paragraph = table.Column<string>(type: "text", nullable: true),
                    meeting_day = table.Column<DateOnly>(type: "date", nullable: true),
                    impartial = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    reply = table.Column<string>(type: "text", nullable: false),
                    reply_mail_id = table.Column<Guid>(type: "uuid", nullable: true),
                    effective_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_back_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    corrects_id = table.Column<Guid>(type: "uuid", nullable: true),
                    evidence_versions = table.Column<string>(type: "jsonb", nullable: false),
                    before = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision", x => x.id);
                    table.ForeignKey(
                        name: "fk_decision_ideas_idea_id",
                        column: x => x.idea_id,
                        principalSchema: "ideas",
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                schema: "ideas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    form = table.Column<string>(type: "text", nullable: false),
                    form_version = table.Column<int>(type: "integer", nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    complete = table.Column<bool>(type: "boolean", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    saved_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => x.id);
                    table.ForeignKey(
                        name: "fk_evidence_ideas_idea_id",
                        column: x => x.idea_id,
                        principalSchema: "ideas",
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "follow",
                schema: "ideas",
                columns: table => new
                {
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow", x => new { x.idea_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_follow_ideas_idea_id",
                        column: x => x.idea_id,
                        principalSchema: "ideas",
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "idea_person",
                schema: "ideas",
                columns: table => new
                {
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idea_person", x => new { x.idea_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_idea_person_ideas_idea_id",
                        column: x => x.idea_id,
                        principalSchema: "ideas",
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "message",
                schema: "ideas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    from_submitter = table.Column<bool>(type: "boolean", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: true),
                    answers_id = table.Column<Guid>(type: "uuid", nullable: true),
                    visible_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message", x => x.id);
                    table.ForeignKey(
                        name: "fk_message_ideas_idea_id",
                        column: x => x.idea_id,
                        principalSchema: "ideas",
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "redirect",
                schema: "ideas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    target = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    receiver_role = table.Column<string>(type: "text", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    received_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    other_reference = table.Column<string>(type: "text", nullable: true),
                    taken_back_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_redirect", x => x.id);
                    table.ForeignKey(
                        name: "fk_redirect_ideas_idea_id",
                        column: x => x.idea_id,
                        principalSchema: "ideas",
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "task",
                schema: "ideas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    authority_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    visible_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    what = table.Column<string>(type: "text", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    done_note = table.Column<string>(type: "text", nullable: true),
                    cancelled = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task", x => x.id);
                    table.ForeignKey(
                        name: "fk_task_ideas_idea_id",
                        column: x => x.idea_id,
                        principalSchema: "ideas",
                        principalTable: "ideas",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "timeline",
                schema: "ideas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    idea_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    visible_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    audience = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: true),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_role = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    taken_back = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timeline", x => x.id);
                    table.ForeignKey(
                        name: "fk_timeline_ideas_idea_id",
                        column: x => x.idea_id,
                        principalSchema: "ideas",
                        principalTable: "ideas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_advice_idea_id_gate",
                schema: "ideas",
                table: "advice",
                columns: new[] { "idea_id", "gate" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_idea_id_id",
                schema: "ideas",
                table: "decision",
                columns: new[] { "idea_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_draft_updated_at",
                schema: "ideas",
                table: "draft",
                column: "updated_at");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_idea_id_form",
                schema: "ideas",
                table: "evidence",
                columns: new[] { "idea_id", "form" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_follow_person_id",
                schema: "ideas",
                table: "follow",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_idea_person_person_id",
                schema: "ideas",
                table: "idea_person",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_idea_open_by_promise",
                schema: "ideas",
                table: "ideas",
                columns: new[] { "promise_due", "id" },
                filter: "status <> 'Closed' and not restricted");

            migrationBuilder.CreateIndex(
                name: "ix_idea_public_list",
                schema: "ideas",
                table: "ideas",
                columns: new[] { "published_at", "id" },
                descending: new bool[0],
                filter: "published_at is not null and not restricted and redirect_target is null");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_case_number",
                schema: "ideas",
                table: "ideas",
                column: "case_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ideas_coach_id",
                schema: "ideas",
                table: "ideas",
                column: "coach_id");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_follow_code_hash",
                schema: "ideas",
                table: "ideas",
                column: "follow_code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ideas_stage_promise_due_id",
                schema: "ideas",
                table: "ideas",
                columns: new[] { "stage", "promise_due", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ideas_submission_key",
                schema: "ideas",
                table: "ideas",
                column: "submission_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ideas_submitter_id",
                schema: "ideas",
                table: "ideas",
                column: "submitter_id");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_unit_id",
                schema: "ideas",
                table: "ideas",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_message_idea_id_id",
                schema: "ideas",
                table: "message",
                columns: new[] { "idea_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_redirect_idea_id",
                schema: "ideas",
                table: "redirect",
                column: "idea_id");

            migrationBuilder.CreateIndex(
                name: "ix_task_idea_id",
                schema: "ideas",
                table: "task",
                column: "idea_id");

            migrationBuilder.CreateIndex(
                name: "ix_task_open",
                schema: "ideas",
                table: "task",
                columns: new[] { "role", "due", "id" },
                filter: "done_at is null and not cancelled");

            migrationBuilder.CreateIndex(
                name: "ix_timeline_idea_id_id",
                schema: "ideas",
                table: "timeline",
                columns: new[] { "idea_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accessibility_report",
                schema: "ideas");

            migrationBuilder.DropTable(
                name: "advice",
                schema: "ideas");

            migrationBuilder.DropTable(
                name: "clock_warning",
                schema: "ideas");

            migrationBuilder.DropTable(
                name: "contact",
                schema: "ideas");

            migrationBuilder.DropTable(
                name: "decision",
                schema: "ideas");

            migrationBuilder.DropTable(
                name: "digest",
                schema: "ideas");

            migrationBuilder.DropTable(
                name: "draft",
                schema: "ideas");

            migrationBuilder.DropTable(
                name: "evidence",
                schema: "ideas");

            migrationBuilder.DropTable(
                name: "follow",
                schema: "ideas");

            migrationBuilder.DropTable(
                name: "idea_person",
                schema: "ideas");

            migrationBuilder.DropTable(
                name: "message",
                schema: "ideas");

            migrationBuilder.DropTable(
                name: "redirect",
                schema: "ideas");

            migrationBuilder.DropTable(
                name: "task",
                schema: "ideas");

            migrationBuilder.DropTable(
                name: "timeline",
                schema: "ideas");

            migrationBuilder.DropTable(
                name: "ideas",
                schema: "ideas");

            migrationBuilder.DropSequence(
                name: "case_number",
                schema: "ideas");
        }
    }
}
