-- What nodes compare with each other is told by the database's clock; a row that it did not stamp, or stamped before it was set back, does not count.

alter table xero_organisation add column paused_at timestamp(6) with time zone;
alter table xero_place add column given_at timestamp(6) with time zone;

-- counted by the clocks of the nodes
delete from xero_bucket;
