-- Whose agreement a project waits for besides the accounting approvers', as an administrator drew it into the model.

alter table project_export add column further_step varchar(255);
-- ids of the groups, and their names as people read them
alter table project_export add column further_groups varchar(2000);
alter table project_export add column further_audience varchar(2000);
-- logins of those who have agreed in this round
alter table project_export add column further_by varchar(2000);
