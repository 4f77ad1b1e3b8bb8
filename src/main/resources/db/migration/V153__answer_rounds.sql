-- An answer belongs to one unit and one round: whoever gets the application next starts without it. Answers that were set
-- aside stand here, those that had gone out as such; files of an answer name its round.
alter table basvuru add column answer_round integer default 1 not null;
update basvuru set answer_round = reopenings + 1;

create table cevap_turu (
    number   varchar(20) not null,
    round    integer     not null,
    unit     varchar(60),
    outcome  varchar(20) not null,
    ground   varchar(20),
    text     varchar(40000) not null,
    sent     boolean     not null,
    ended_at timestamp with time zone not null,
    primary key (number, round)
);

-- Drafts that outlived their unit: nobody approved them.
insert into cevap_turu (number, round, unit, outcome, ground, text, sent, ended_at)
select number, answer_round, unit, answer_outcome, answer_ground, answer_text, false, current_timestamp
from basvuru
where status in ('KAYITLI', 'ON_INCELEMEDE', 'EKSIK_BEKLIYOR', 'SEVK_BEKLIYOR') and answer_outcome is not null;

update basvuru
set answer_round = answer_round + 1, answer_outcome = null, answer_ground = null, answer_text = null
where status in ('KAYITLI', 'ON_INCELEMEDE', 'EKSIK_BEKLIYOR', 'SEVK_BEKLIYOR');
