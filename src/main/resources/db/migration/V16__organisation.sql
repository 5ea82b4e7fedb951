-- the organisation in Xero that a project was approved for, and the one that the last creating call of an attempt went to;
-- null where it is not known, as in everything older than these columns
alter table project_export add column approved_organisation varchar(255);
alter table export_attempt add column organisation varchar(255);
