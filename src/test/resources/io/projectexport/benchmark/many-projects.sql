-- Years of work: the same rows in every run, as many of each status as share_of_projects says.

-- looks random; with another salt the values of two columns do not go together
create function pick(n int, salt int, size int) returns int immutable language sql
as $$ select mod(abs(hashint4(n * 31 + salt)::bigint), size)::int $$;

create function pick(n int, salt int, texts text[]) returns text immutable language sql
as $$ select texts[1 + pick(n, salt, cardinality(texts))] $$;

insert into project_export (
    id, status, project_number, project_name, street, city, postal_code, country, client, estimate_amount, deadline,
    submitter, creator, creator_email, round, submitted_at, decided_by, decided_at, contact_name, approved_hash,
    xero_job_id, xero_job_url, errors, failed_for, waiting_until, waiting_for, live_number, search_text)
select
    id, status, number, name, house || ' Quay Street', city, '10' || house, 'New Zealand', client, estimate, deadline,
    submitter, creator, creator || '@example.com', 1, submitted_at,
    case when decided then 'anna' end,
    case when decided then submitted_at + interval '5 hours' end,
    case when decided and status <> 'REJECTED' then client end,
    case when decided and status <> 'REJECTED' then repeat(md5(name), 2) end,
    case when status = 'SYNCED' then id::text end,
    case when status = 'SYNCED' then 'https://go.xero.com/app/projects/project/' || id end,
    case when status = 'FAILED_TO_EXPORT' then '[{"message":"Contact is archived.","remedy":"Restore it."}]' else '[]' end,
    case when status = 'FAILED_TO_EXPORT' then 'REFUSED' end,
    case when status = 'EXPORTING' then now() + interval '1 day' end,
    case when status = 'EXPORTING' then 'Xero allows no more calls today.' end,
    case when status <> 'WITHDRAWN' then number end,
    lower(concat_ws(' ', number, name, client, submitter))
from (
    select
        md5('project ' || n)::uuid as id,
        status,
        status not in ('READY_TO_EXPORT', 'RETRIEVED', 'WITHDRAWN') as decided,
        'P-' || (100000 + n) as number,
        pick(n, 1, places) || ' ' || pick(n, 2, kinds)
            || case when pick(n, 3, 2) = 0 then ' Stage ' || 1 + pick(n, 4, 9) else '' end as name,
        pick(n, 5, places) || ' ' || pick(n, 6, surnames) || ' ' || pick(n, 7, array['Holdings', 'Council', '& Partners', 'Ltd']) as client,
        pick(n, 8, places) as city,
        1 + pick(n, 9, 300) as house,
        case when pick(n, 10, 20) > 0 then 1000 + pick(n, 11, 2000000000) / 100.0 end as estimate,
        case when pick(n, 12, 15) > 0 then current_date - oldest + (n - first) * (oldest - newest) / (1 + last - first) + 30 + pick(n, 13, 700) end as deadline,
        case when pick(n, 14, 50) = 0 then 'sam' when pick(n, 15, 5) = 0 then 'clara' else 'person' || pick(n, 16, 60) end as submitter,
        case when pick(n, 17, 3) = 0 then 'person' || pick(n, 18, 60) end as creator,
        now() - (oldest - (oldest - newest) * (n - first) / (1.0 + last - first)) * interval '1 day' as submitted_at
    from
        share_of_projects as part,
        (select
            array['Harbour', 'Riverside', 'Queen Street', 'Hillside', 'Ferry', 'Airport', 'Lakeview', 'Old Mill', 'Market', 'Beach',
                  'Northern', 'Southern', 'Kauri', 'Station', 'Valley', 'Victoria', 'Albert', 'Waikato', 'Ocean', 'Canal',
                  'Mount Eden', 'Pacific', 'Central', 'Western', 'Garden', 'Castle', 'Union', 'Liberty', 'Saint Mary', 'Gasworks'] as places,
            array['Bridge', 'School', 'Offices', 'Clinic', 'Terminal', 'Car Park', 'Apartments', 'Restoration', 'Tunnel', 'Pavilion',
                  'Fire Station', 'Stadium', 'Library', 'Warehouse', 'Hotel', 'Hospital', 'Laboratory', 'Pumping Station', 'Depot', 'Museum',
                  'Townhouses', 'Retaining Wall', 'Substation', 'Theatre', 'Swimming Pool', 'Court House', 'Kindergarten', 'Data Centre',
                  'Footpath', 'Water Tower'] as kinds,
            array['Keller', 'Ito', 'Lund', 'Moreau', 'Walker', 'Taylor', 'O''Brien', 'Nguyen', 'Singh', 'Müller',
                  'Rossi', 'Kowalski', 'Silva', 'Haddad', 'Okafor', 'Andersson', 'Brown', 'Tane', 'Novak', 'Jansen',
                  'Garcia', 'Dubois', 'Kim', 'Chen', 'Evans', 'Fraser', 'Grant', 'Hill', 'Ivanov', 'Jones'] as surnames
        ) as words,
        generate_series(first, last) n
) as project;

insert into project_history (export_id, happened_at, who, what, round, comment, error, xero_job_id, waited_seconds)
select id, happened_at, who, what, 1, comment, error, job,
    case when what in ('Accepted', 'Rejected', 'Synced') then extract(epoch from (happened_at - submitted_at)) else -1 end
from project_export, lateral (values
    (submitted_at, submitter, 'Submitted', null, null, null, true),
    (decided_at, decided_by, 'Accepted', null, null, null, approved_hash is not null),
    (decided_at, decided_by, 'Rejected', 'The estimate does not match the signed contract.', null, null, status = 'REJECTED'),
    (decided_at + interval '3 seconds', 'system', 'Synced', null, null, xero_job_id, status = 'SYNCED'),
    (decided_at + interval '3 seconds', 'system', 'Failed to Export', null, 'Contact is archived.', null, status = 'FAILED_TO_EXPORT'),
    (submitted_at + interval '1 day', submitter, 'Retrieved', null, null, null, status in ('RETRIEVED', 'WITHDRAWN')),
    (submitted_at + interval '2 days', submitter, 'Withdrawn', null, null, null, status = 'WITHDRAWN')
) as step (happened_at, who, what, comment, error, job, happened)
where happened and not exists (select from project_history known where known.export_id = project_export.id)
order by happened_at;

insert into export_attempt (
    export_id, attempt_number, idempotency_key, payload_hash, job_name, last_call_at, state, xero_job_id, xero_job_url)
select
    id, 1, id || '-1', approved_hash, project_number || ' - ' || project_name, decided_at + interval '2 seconds',
    case when status = 'SYNCED' then 'CREATED' else 'REFUSED' end, xero_job_id, xero_job_url
from project_export
where status in ('SYNCED', 'FAILED_TO_EXPORT')
    and not exists (select from export_attempt known where known.export_id = project_export.id);
