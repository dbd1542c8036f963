using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace IdeSluss.Ideas.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddIdeaSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "original_terms",
                schema: "ideas",
                table: "ideas",
                type: "text[]",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "public_terms",
                schema: "ideas",
                table: "ideas",
                type: "text[]",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "terms_version",
                schema: "ideas",
                table: "ideas",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<NpgsqlTsVector>(
                name: "public_search",
                schema: "ideas",
                table: "ideas",
                type: "tsvector",
                nullable: true,
                computedColumnSql: "setweight(to_tsvector('swedish'::regconfig, translate(coalesce(public_title, ''), U&'\\201D\\201C\\201E\\201F\\2019\\2018\\201A\\2039\\203A\\00BB\\00AB\\2013\\2014\\2026\\00B7\\2022\\002F\\007C\\005F\\002A\\00A0\\00AD', '                     ')), 'A') || setweight(to_tsvector('swedish'::regconfig, translate(coalesce(need_sentence, ''), U&'\\201D\\201C\\201E\\201F\\2019\\2018\\201A\\2039\\203A\\00BB\\00AB\\2013\\2014\\2026\\00B7\\2022\\002F\\007C\\005F\\002A\\00A0\\00AD', '                     ')), 'B') || setweight(to_tsvector('swedish'::regconfig, translate(coalesce(public_text, ''), U&'\\201D\\201C\\201E\\201F\\2019\\2018\\201A\\2039\\203A\\00BB\\00AB\\2013\\2014\\2026\\00B7\\2022\\002F\\007C\\005F\\002A\\00A0\\00AD', '                     ')), 'C') || array_to_tsvector(coalesce(public_terms, '{}'::text[]))",
                stored: true);

            migrationBuilder.AddColumn<NpgsqlTsVector>(
                name: "work_search",
                schema: "ideas",
                table: "ideas",
                type: "tsvector",
                nullable: true,
                computedColumnSql: "setweight(to_tsvector('swedish'::regconfig, translate(coalesce(original_title, ''), U&'\\201D\\201C\\201E\\201F\\2019\\2018\\201A\\2039\\203A\\00BB\\00AB\\2013\\2014\\2026\\00B7\\2022\\002F\\007C\\005F\\002A\\00A0\\00AD', '                     ')), 'A') || setweight(to_tsvector('swedish'::regconfig, translate(coalesce(public_title, ''), U&'\\201D\\201C\\201E\\201F\\2019\\2018\\201A\\2039\\203A\\00BB\\00AB\\2013\\2014\\2026\\00B7\\2022\\002F\\007C\\005F\\002A\\00A0\\00AD', '                     ')), 'A') || setweight(to_tsvector('swedish'::regconfig, translate(coalesce(need_sentence, ''), U&'\\201D\\201C\\201E\\201F\\2019\\2018\\201A\\2039\\203A\\00BB\\00AB\\2013\\2014\\2026\\00B7\\2022\\002F\\007C\\005F\\002A\\00A0\\00AD', '                     ')), 'B') || setweight(to_tsvector('swedish'::regconfig, translate(coalesce(original_text, ''), U&'\\201D\\201C\\201E\\201F\\2019\\2018\\201A\\2039\\203A\\00BB\\00AB\\2013\\2014\\2026\\00B7\\2022\\002F\\007C\\005F\\002A\\00A0\\00AD', '                     ')), 'C') || setweight(to_tsvector('swedish'::regconfig, translate(coalesce(place, ''), U&'\\201D\\201C\\201E\\201F\\2019\\2018\\201A\\2039\\203A\\00BB\\00AB\\2013\\2014\\2026\\00B7\\2022\\002F\\007C\\005F\\002A\\00A0\\00AD', '                     ')), 'C') || setweight(to_tsvector('swedish'::regconfig, translate(coalesce(who_has_need, ''), U&'\\201D\\201C\\201E\\201F\\2019\\2018\\201A\\2039\\203A\\00BB\\00AB\\2013\\2014\\2026\\00B7\\2022\\002F\\007C\\005F\\002A\\00A0\\00AD', '                     ')), 'C') || case when public_text is distinct from original_text then setweight(to_tsvector('swedish'::regconfig, translate(coalesce(public_text, ''), U&'\\201D\\201C\\201E\\201F\\2019\\2018\\201A\\2039\\203A\\00BB\\00AB\\2013\\2014\\2026\\00B7\\2022\\002F\\007C\\005F\\002A\\00A0\\00AD', '                     ')), 'C') else ''::tsvector end || array_to_tsvector(coalesce(public_terms, '{}'::text[])) || array_to_tsvector(coalesce(original_terms, '{}'::text[]))",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_idea_public_area",
                schema: "ideas",
                table: "ideas",
                columns: new[] { "area", "published_at", "id" },
                descending: new[] { false, true, true },
                filter: "published_at is not null and not restricted and redirect_target is null");

            migrationBuilder.CreateIndex(
                name: "ix_idea_public_authority",
                schema: "ideas",
                table: "ideas",
                columns: new[] { "authority_id", "published_at", "id" },
                descending: new[] { false, true, true },
                filter: "published_at is not null and not restricted and redirect_target is null");

            migrationBuilder.CreateIndex(
                name: "ix_idea_public_outcome",
                schema: "ideas",
                table: "ideas",
                columns: new[] { "close_reason", "published_at", "id" },
                descending: new[] { false, true, true },
                filter: "published_at is not null and not restricted and redirect_target is null");

            migrationBuilder.CreateIndex(
                name: "ix_idea_public_search",
                schema: "ideas",
                table: "ideas",
                column: "public_search",
                filter: "published_at is not null and not restricted and redirect_target is null")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_idea_received",
                schema: "ideas",
                table: "ideas",
                columns: new[] { "received_at", "id" },
                descending: new bool[0],
                filter: "not restricted");

            migrationBuilder.CreateIndex(
                name: "ix_idea_work_search",
                schema: "ideas",
                table: "ideas",
                column: "work_search",
                filter: "not restricted")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            // Beside the row, not out of line: a list is walked by reading them.
            migrationBuilder.Sql("alter table ideas.ideas alter column public_search set storage main, alter column work_search set storage main");
            // In how many public ideas each term stands, and under no term how many there are; counted anew by a job.
            migrationBuilder.Sql("""
                create materialized view ideas.term_frequency as
                select word as term, ndoc as ideas
                from ts_stat('select public_search from ideas.ideas where published_at <= now() and not restricted and redirect_target is null and merged_into_id is null')
                where ndoc > 1 and left(word, 1) = '~'
                union all
                select '', count(*)::integer from ideas.ideas where published_at <= now() and not restricted and redirect_target is null and merged_into_id is null
                """);
            migrationBuilder.Sql("create unique index ix_term_frequency on ideas.term_frequency (term)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop materialized view ideas.term_frequency");

            migrationBuilder.DropIndex(
                name: "ix_idea_public_area",
                schema: "ideas",
                table: "ideas");

            migrationBuilder.DropIndex(
                name: "ix_idea_public_authority",
                schema: "ideas",
                table: "ideas");

            migrationBuilder.DropIndex(
                name: "ix_idea_public_outcome",
                schema: "ideas",
                table: "ideas");

            migrationBuilder.DropIndex(
                name: "ix_idea_public_search",
                schema: "ideas",
                table: "ideas");

            migrationBuilder.DropIndex(
                name: "ix_idea_received",
                schema: "ideas",
                table: "ideas");

            migrationBuilder.DropIndex(
                name: "ix_idea_work_search",
                schema: "ideas",
                table: "ideas");

            migrationBuilder.DropColumn(
                name: "public_search",
                schema: "ideas",
                table: "ideas");

            migrationBuilder.DropColumn(
                name: "work_search",
                schema: "ideas",
                table: "ideas");

            migrationBuilder.DropColumn(
                name: "original_terms",
                schema: "ideas",
                table: "ideas");

            migrationBuilder.DropColumn(
                name: "public_terms",
                schema: "ideas",
                table: "ideas");

            migrationBuilder.DropColumn(
                name: "terms_version",
                schema: "ideas",
                table: "ideas");
        }
    }
}
