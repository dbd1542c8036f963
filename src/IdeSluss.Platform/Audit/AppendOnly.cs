namespace IdeSluss.Platform.Audit;

/// <summary>
/// Lets the database itself refuse to change or delete audit entries; only the seal may be added, once. Whoever owns the database can lift this,
/// which is why the chain exists as well.
/// </summary>
internal static class AppendOnly
{
    public const string Sql = """
        create or replace function audit.refuse_change() returns trigger language plpgsql as $$
        begin
            if tg_op = 'UPDATE' then
                if old.seal_number is null and (to_jsonb(old) - 'seal_number' - 'seal') = (to_jsonb(new) - 'seal_number' - 'seal') then
                    return new;
                end if;
            end if;
            raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
        end $$;
        create trigger append_only before update or delete on audit.entry for each row execute function audit.refuse_change();
        create trigger append_only_table before truncate on audit.entry for each statement execute function audit.refuse_change();
        """;
}
