-- Whether a foreigner applies: the review then checks the conditions of 4982 md. 4 and 3071 md. 3.
alter table basvuru add column foreigner boolean;
