-- Auditors' lists of rare events and of one person's looks, without reading the whole history.
create index olay_action on olay (action, id);
create index kisisel_veri_goruntuleme_actor on kisisel_veri_goruntuleme (actor, id);
