-- The first page of a list of tasks, by last day, without sorting all that are open.
create index muhatap_task_due on act_ru_task (due_date_);
-- Somebody's grants, which are asked for together with those of his groups; these have an index of the engine's.
create index muhatap_authorization_user on act_ru_authorization (user_id_);
