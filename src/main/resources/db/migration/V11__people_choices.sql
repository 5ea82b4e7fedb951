-- Which mails people want; what nobody chose has no row, so that a new kind of mail needs none.

create table mail_choice (
    user_id varchar(255) not null,
    mail    varchar(50)  not null,
    wanted  boolean      not null,
    primary key (user_id, mail)
);
