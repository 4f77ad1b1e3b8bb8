-- Whether secret parts were taken out of what an answer gives (4982 md. 9): the annual report counts it apart from a refusal in
-- part. Null where they were not.
alter table basvuru add column answer_secret_parts_removed boolean;
alter table cevap_turu add column secret_parts_removed boolean;
