-- why an export failed, by the name of the reason; null unless it failed
alter table project_export add column failed_for varchar(20);
