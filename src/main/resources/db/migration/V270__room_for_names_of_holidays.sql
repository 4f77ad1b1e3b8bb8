-- Names of holidays count characters as people do; H2 counts an emoji as two.
alter table tatil alter column ad set data type varchar(400);
alter table tatil_degisiklik alter column ad set data type varchar(400);
