// The address that every deployed form imports, also those of earlier versions: it and its function keep their names.
export { start as baslat } from './task-form/task-form.js';
