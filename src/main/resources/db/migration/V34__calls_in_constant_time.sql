-- A call and its turn in few statements, whatever the limit is.

-- bucket4j's, by the database's clock; nodes of the last release go on with theirs in xero_bucket, which nothing else reads any more
alter table xero_organisation add column bucket bytea;
alter table xero_organisation add column bucket_at timestamp(6) with time zone;

-- no two calls have the same, so that there are at most as many as from the first to the last; nodes of the last release give none
alter table xero_call add column slot bigint;
create unique index xero_call_by_slot on xero_call (organisation, slot);
