-- Limits of what people write count characters as people do; H2 counts an emoji as two. What adds up (completions, warnings,
-- events with texts in them, letters, digests) gets room for its sum.
alter table basvuru alter column text set data type varchar(400000);
alter table basvuru alter column forwarded_by set data type varchar(400);
alter table basvuru alter column applicant_first_name set data type varchar(200);
alter table basvuru alter column applicant_last_name set data type varchar(200);
alter table basvuru alter column applicant_title set data type varchar(400);
alter table basvuru alter column applicant_representative set data type varchar(400);
alter table basvuru alter column applicant_authority_document set data type varchar(400);
alter table basvuru alter column applicant_email set data type varchar(508);
alter table basvuru alter column applicant_address set data type varchar(1000);
alter table basvuru alter column external_reference set data type varchar(200);
alter table basvuru alter column warnings set data type varchar(4000);
alter table basvuru alter column fee_receipt set data type varchar(120);
alter table basvuru alter column appeal_board_number set data type varchar(120);
alter table basvuru alter column forwarded_to set data type varchar(400);
alter table basvuru alter column decision_target set data type varchar(400);
alter table olay alter column detail set data type varchar(1000000);
alter table mesaj alter column recipient set data type varchar(2000);
alter table mesaj alter column body set data type varchar(1000000);
alter table yazi alter column content set data type varchar(1000000);
alter table yazi alter column sayi set data type varchar(120);
alter table ek alter column name set data type varchar(400);
alter table cevap_sablonu alter column title set data type varchar(400);
alter table cevap_sablonu alter column text set data type varchar(80000);
