-- Indexes of the engine that nothing here asks for, and that each step of each application paid for.
-- There are no tenants.
drop index if exists act_idx_hi_act_inst_tenant_id;
drop index if exists act_idx_hi_ident_lnk_tenant_id;
drop index if exists act_idx_hi_job_log_tenant_id;
drop index if exists act_idx_hi_pro_inst_tenant_id;
drop index if exists act_idx_hi_task_inst_tenant_id;
drop index if exists act_idx_event_subscr_tenant_id;
drop index if exists act_idx_exec_tenant_id;
drop index if exists act_idx_job_tenant_id;
drop index if exists act_idx_task_tenant_id;
drop index if exists act_idx_variable_tenant_id;
-- History is removed by the end of its instance, see EngineSettings: its rows have no time of removal, and the time of removal
-- is all that would look for these by their root.
drop index if exists act_idx_hi_act_inst_rm_time;
drop index if exists act_idx_hi_ident_link_rm_time;
drop index if exists act_idx_hi_job_log_rm_time;
drop index if exists act_idx_hi_op_log_rm_time;
drop index if exists act_idx_hi_pro_inst_rm_time;
drop index if exists act_idx_hi_task_inst_rm_time;
drop index if exists act_idx_auth_rm_time;
drop index if exists act_idx_hi_actinst_root_pi;
drop index if exists act_idx_hi_ident_lnk_root_pi;
drop index if exists act_idx_hi_job_log_root_pi;
drop index if exists act_idx_hi_op_log_root_pi;
drop index if exists act_idx_auth_root_pi;
