-- The e-mail address that a link to set a password went to, so that it ends when the person gets another one.

alter table password_link add column sent_to varchar(255);

update password_link set sent_to = (select trim(EMAIL_) from ACT_ID_USER where ID_ = user_id) where secret_hash is not null;
