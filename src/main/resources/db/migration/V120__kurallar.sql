-- Changes of a decision table that somebody prepares; each his own, until they are published or thrown away.
create table kural_taslagi (
    karar        varchar(60)     not null,
    changed_by   varchar(64)     not null,
    base_version integer         not null,
    revision     integer         not null,
    content      varchar(1000000) not null,
    changed_at   timestamp with time zone not null,
    primary key (karar, changed_by)
);

-- What the office published: which version, who, why, and which rows differ from the version before. Rows are only ever added.
create table kural_yayini (
    karar          varchar(60)     not null,
    version        integer         not null,
    based_on       integer         not null,
    reason         varchar(2000)   not null,
    changes        varchar(1000000) not null,
    shipped_digest varchar(64)     not null,
    published_by   varchar(64)     not null,
    published_at   timestamp with time zone not null,
    primary key (karar, version)
);

-- One node at a time publishes.
insert into node_lock (name) values ('rules');
