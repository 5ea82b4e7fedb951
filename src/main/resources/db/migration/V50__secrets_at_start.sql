-- whether a secret is another one than at the start before; the salt is made by the first start that needs it
alter table application_start add column salt varchar(32);
alter table start_setting add column fingerprint varchar(8);

-- each node has another one, so that it is no setting of the installation
delete from start_setting where name = 'NODE_NAME';
