-- what happened on a day, for the figures of the last 30 days
create index project_history_by_time on project_history (happened_at);
