// Tab of a task: who did what when, from the record's own history.
import { historyTable } from '../../../lib/history-table.js';
import { element } from '/js/lib/dom.js';
import { getJson } from '/js/lib/http.js';

const NUMBER = /\b\d{4}-\d{6,}\b/;

const show = async (node, task) => {
  const number = (await getJson(task)).name.match(NUMBER)[0];
  node.replaceChildren(...(await historyTable(number)));
};

export default {
  id: 'muhatap.gecmis',
  pluginPoint: 'tasklist.task.detail',
  priority: 800,
  properties: { label: 'Geçmiş' },

  render: (node, { api, taskId }) => {
    node.classList.add('muhatap-gecmis');
    show(node, api.engineApi + '/task/' + taskId).catch((failure) =>
      node.replaceChildren(element('p', { className: 'text-danger', textContent: failure.message }))
    );
  }
};
