-- The engine looks for a task's children and for due jobs, and has no index for either.
create index muhatap_task_parent on act_ru_task (parent_task_id_);
create index muhatap_job_due on act_ru_job (duedate_);
