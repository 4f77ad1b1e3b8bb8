-- From when and for how many working days the period to pay runs again after a refused receipt (4982 md. 11).
alter table basvuru add column fee_again_from date;
alter table basvuru add column fee_again_days integer;
