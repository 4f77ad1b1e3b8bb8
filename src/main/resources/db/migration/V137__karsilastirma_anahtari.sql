-- As long as the engine's business key may be: a process that nobody of ours started may carry any.
alter table karsilastirma_bulgu alter column number set data type varchar(255);
