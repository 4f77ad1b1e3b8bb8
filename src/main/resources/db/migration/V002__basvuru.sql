-- The number's sequence, one row a year of registration (Europe/Istanbul).
create table number_sequence (
    registration_year integer not null primary key,
    last_number       bigint  not null
);

create table basvuru (
    number                varchar(20)   not null primary key,
    version               bigint        not null,
    tracking_code         varchar(16)   not null,
    channel               varchar(20)   not null,
    source                varchar(20),
    kind                  varchar(20)   not null,
    submission            varchar(20),
    forwarded_by          varchar(200),
    topic                 varchar(60),
    subject               varchar(400)  not null,
    text                  varchar(40000) not null,

    applicant_type        varchar(10),
    applicant_first_name  varchar(100),
    applicant_last_name   varchar(100),
    applicant_title       varchar(200),
    applicant_national_id varchar(11),
    applicant_tax_number  varchar(10),
    applicant_representative varchar(200),
    applicant_authority_document varchar(200),
    applicant_phone       varchar(20),
    applicant_email       varchar(254),
    applicant_address     varchar(500),
    applicant_identity_hidden boolean       not null,

    external_reference    varchar(100),
    delivered_by          varchar(64)   not null,
    content_digest        varchar(64)   not null,
    latitude              double precision,
    longitude             double precision,
    warnings              varchar(1000) not null,

    received_at           timestamp with time zone not null,
    registered_at         timestamp with time zone not null,
    deadline_limit        integer       not null,
    deadline_unit         varchar(10)   not null,
    deadline_last_day     date          not null,
    deadline_late_from    timestamp with time zone not null,
    deadline_basis        varchar(300)  not null,

    status                varchar(20)   not null,
    outcome               varchar(20),
    unit                  varchar(60),
    escalation_level      integer       not null,
    taken_over_by         varchar(64),
    decision_reason       varchar(4000),
    answer_outcome        varchar(20),
    answer_ground         varchar(20),
    answer_text           varchar(40000),
    answered_at           timestamp with time zone,
    closed_at             timestamp with time zone,

    constraint basvuru_external unique (channel, external_reference)
);

create index basvuru_open_late on basvuru (status, deadline_late_from);
create index basvuru_unit on basvuru (unit, status);
create index basvuru_received on basvuru (received_at);

-- Every unit an application is or was routed to: who may read it.
create table basvuru_birim (
    number varchar(20) not null references basvuru (number),
    unit   varchar(60) not null,
    primary key (number, unit)
);
create index basvuru_birim_unit on basvuru_birim (unit);
