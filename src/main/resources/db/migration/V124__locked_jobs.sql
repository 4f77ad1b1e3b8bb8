-- Who looks for due jobs asks for each whether its instance has one under way: the engine's question reads all jobs for it,
-- where there is no index of the few that are locked.
create index muhatap_job_locked on act_ru_job (lock_exp_time_);
