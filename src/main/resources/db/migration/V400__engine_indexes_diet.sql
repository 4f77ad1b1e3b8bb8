-- More indexes of the engine that each step of each application paid for, see src/docs/adr/0012. Within an instance its rows are
-- found by the instance, a column that keeps its index in each of these tables.
-- Steps: asked for by their instance. Where no index holds their end, a step ends without a word in any other index.
drop index if exists act_idx_hi_act_inst_stats;
drop index if exists act_idx_hi_act_inst_comp;
drop index if exists act_idx_hi_act_inst_start_end;
drop index if exists act_idx_hi_act_inst_end;
drop index if exists act_idx_hi_act_inst_proc_def_key;
drop index if exists act_idx_hi_ai_pdefid_end_time;
-- What people did: by their instance, their task and their day. One kind of ten, or one definition of ten, is too much for an index.
drop index if exists act_idx_hi_op_log_procdef;
drop index if exists act_idx_hi_op_log_entity_type;
drop index if exists act_idx_hi_op_log_op_type;
-- Tasks: the key alone tells the instance
drop index if exists act_idx_hi_taskinstid_procinst;
drop index if exists act_idx_hi_taskinst_root_pi;
drop index if exists act_idx_hi_task_inst_start;
drop index if exists act_idx_hi_task_inst_proc_def_key;
-- Instances: none is ever started again from the past
drop index if exists act_idx_hi_pro_inst_root_pi;
drop index if exists act_idx_hi_pro_rst_pro_inst_id;
drop index if exists act_idx_hi_pro_inst_proc_def_key;
-- What is under way: small tables, in which a count by definition reads all rows anyway
drop index if exists act_idx_exe_root_pi;
drop index if exists act_idx_job_root_procinst;
drop index if exists act_idx_job_job_def_id;
drop index if exists act_idx_task_last_updated;
drop index if exists act_idx_task_owner;
drop index if exists act_idx_variable_task_id;
-- Begun by the same column as act_idx_job_handler
drop index if exists act_idx_job_handler_type;
