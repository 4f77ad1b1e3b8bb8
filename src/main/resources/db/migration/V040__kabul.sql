-- The intake desk: known applicants, and applications alike or nearby.
create index basvuru_applicant_national_id on basvuru (applicant_national_id);
create index basvuru_applicant_phone on basvuru (applicant_phone);
create index basvuru_place on basvuru (topic, latitude, longitude);
