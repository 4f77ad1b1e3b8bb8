-- The two database roles, and the database: once, as the server's administrator, with both passwords in the environment:
--   OWNER_PASSWORD=… PROGRAM_PASSWORD=… psql --file=src/ops/roles.sql
-- The owner makes and changes tables (SPRING_FLYWAY_USER), the program reads and writes rows (SPRING_DATASOURCE_USERNAME).
-- Other names: psql --set=owner=… --set=program=… --set=database=…
\set ON_ERROR_STOP on
\getenv owner_password OWNER_PASSWORD
\getenv program_password PROGRAM_PASSWORD
\if :{?owner} \else \set owner muhatap_sahibi
\endif
\if :{?program} \else \set program muhatap
\endif
\if :{?database} \else \set database muhatap
\endif
create role :"owner" login password :'owner_password';
create role :"program" login password :'program_password';
create database :"database" owner :"owner";
revoke all on database :"database" from public;
grant connect on database :"database" to :"program";
\connect :"database"
-- Before PostgreSQL 15 everybody might make tables in it, and it was not the owner's.
alter schema public owner to :"owner";
revoke create on schema public from public;
