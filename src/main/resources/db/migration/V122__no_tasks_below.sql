-- No task stands below another here, see OfficeTasks; nobody looks for them any more.
drop index muhatap_task_parent;
