-- for the counts: so small that counting 100,000 rows takes a few milliseconds
create index project_export_counts on project_export (status);

-- One index for each order that V2 has none for; those with nulls need two, because nulls come last in both directions.
create index project_export_by_name on project_export (lower(project_name), id);
create index project_export_by_client on project_export (lower(client), id);
create index project_export_by_client_desc on project_export (lower(client) desc nulls last, id desc);
create index project_export_by_estimate on project_export (estimate_amount, id);
create index project_export_by_estimate_desc on project_export (estimate_amount desc nulls last, id desc);
create index project_export_by_deadline on project_export (deadline, id);
create index project_export_by_deadline_desc on project_export (deadline desc nulls last, id desc);

-- The owner of a database may create this extension. Without it only the search among many thousands is slower; a superuser can run the two
-- statements at any later time.
do $$
begin
    create extension if not exists pg_trgm;
    create index project_export_by_search on project_export using gin (search_text gin_trgm_ops);
exception
    when insufficient_privilege or feature_not_supported or undefined_file then
        raise warning 'No index for searching projects, because pg_trgm cannot be created: %', sqlerrm;
end
$$;
