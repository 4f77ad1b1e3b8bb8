-- What reports count: one row for each round of an application that ended, with no word of anybody. A round begins with the
-- application or with its reopening. What is open is counted in the record itself.
create table rapor_tur (
    number           varchar(20)  not null,
    round            integer      not null,
    son              boolean      not null,
    channel          varchar(20)  not null,
    kind             varchar(20)  not null,
    bilgi_edinme     boolean      not null,
    topic            varchar(60),
    unit             varchar(60),
    received_on      date         not null,
    begun_on         date         not null,
    last_day         date         not null,
    closed_on        date         not null,
    reopened_on      date,
    days             integer      not null,
    late             boolean      not null,
    outcome          varchar(20)  not null,
    ground           varchar(20),
    secret_parts_removed boolean  not null,
    lapsed           boolean      not null,
    forwarded_to     varchar(400),
    extended         boolean      not null,
    escalation_level integer      not null,
    taken_over       boolean      not null,
    on_the_spot      boolean      not null,
    primary key (number, round)
);

-- Rounds before the present one: of them the history alone knows how they ended.
insert into rapor_tur (number, round, son, channel, kind, bilgi_edinme, topic, unit, received_on, begun_on, last_day,
    closed_on, reopened_on, days, late, outcome, ground, secret_parts_removed, lapsed, forwarded_to, extended,
    escalation_level, taken_over, on_the_spot)
select b.number, k.round, false, b.channel, b.kind, b.kind = 'BILGI_ISTEMI' or b.channel = 'BILGI_EDINME', b.topic, b.unit,
    cast(b.received_at at time zone 'Europe/Istanbul' as date),
    coalesce(y.reopened_on, cast(b.received_at at time zone 'Europe/Istanbul' as date)),
    k.closed_on, k.closed_on, n.reopened_on,
    cast(k.closed_on - coalesce(y.reopened_on, cast(b.received_at at time zone 'Europe/Istanbul' as date)) as integer),
    k.late, k.outcome, null, false, false, null, false, 0, false, k.on_the_spot
from basvuru b
join (
    select number, row_number() over (partition by number order by id) - 1 as round,
        cast(at at time zone 'Europe/Istanbul' as date) as closed_on,
        position('"late":true' in detail) > 0 as late,
        action = 'YerindeBilgiVerildi' as on_the_spot,
        case when action = 'YerindeBilgiVerildi' or position('"outcome":"' in detail) = 0 then 'BILGI_VERILDI'
            else substring(substring(detail from position('"outcome":"' in detail) + 11)
                from 1 for position('"' in substring(detail from position('"outcome":"' in detail) + 11)) - 1) end as outcome
    from olay where action in ('Kapandi', 'YerindeBilgiVerildi')
        and number in (select number from basvuru where reopenings > 0)
) k on k.number = b.number and k.round < b.reopenings
left join (
    select number, row_number() over (partition by number order by id) as round,
        cast(at at time zone 'Europe/Istanbul' as date) as reopened_on
    from olay where action = 'YenidenAcildi'
) y on y.number = b.number and y.round = k.round
left join (
    select number, row_number() over (partition by number order by id) as round,
        cast(at at time zone 'Europe/Istanbul' as date) as reopened_on
    from olay where action = 'YenidenAcildi'
) n on n.number = b.number and n.round = k.round + 1;

insert into rapor_tur (number, round, son, channel, kind, bilgi_edinme, topic, unit, received_on, begun_on, last_day,
    closed_on, reopened_on, days, late, outcome, ground, secret_parts_removed, lapsed, forwarded_to, extended,
    escalation_level, taken_over, on_the_spot)
select b.number, b.reopenings, true, b.channel, b.kind, b.kind = 'BILGI_ISTEMI' or b.channel = 'BILGI_EDINME', b.topic, b.unit,
    cast(b.received_at at time zone 'Europe/Istanbul' as date),
    coalesce(p.reopened_on, cast(b.received_at at time zone 'Europe/Istanbul' as date)),
    b.deadline_last_day, cast(b.closed_at at time zone 'Europe/Istanbul' as date), null,
    cast(cast(b.closed_at at time zone 'Europe/Istanbul' as date)
        - coalesce(p.reopened_on, cast(b.received_at at time zone 'Europe/Istanbul' as date)) as integer),
    b.closed_at >= b.deadline_late_from, b.outcome,
    case when b.outcome in ('OLUMLU', 'OLUMSUZ', 'KISMEN', 'PROGRAMA_ALINDI', 'BILGI_VERILDI') then b.answer_ground end,
    b.outcome in ('OLUMLU', 'KISMEN', 'PROGRAMA_ALINDI', 'BILGI_VERILDI') and coalesce(b.answer_secret_parts_removed, false),
    b.outcome = 'VAZGECILDI' and b.fee_pay_until is not null and b.fee_paid_on is null
        and cast(b.closed_at at time zone 'Europe/Istanbul' as date) > b.fee_pay_until,
    b.forwarded_to, b.counting_extended, b.escalation_level, b.taken_over_by is not null,
    not exists (select 1 from olay o where o.number = b.number and o.action = 'Kapandi')
from basvuru b
left join rapor_tur p on p.number = b.number and p.round = b.reopenings - 1
where b.status = 'KAPANDI' and b.closed_at is not null and b.outcome is not null;

-- A period's counts; those of the law's year; those of a day.
create index rapor_tur_received on rapor_tur (received_on, channel);
create index rapor_tur_law on rapor_tur (bilgi_edinme, closed_on);
create index rapor_tur_closed on rapor_tur (closed_on, last_day);
