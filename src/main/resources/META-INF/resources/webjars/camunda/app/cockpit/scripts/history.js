// Tab of a process instance: who did what when, from the record's own history.
import { historyTable } from '../../../lib/history-table.js';
import { element } from '/js/lib/dom.js';
import { getJson } from '/js/lib/http.js';

const show = async (node, instance) =>
  node.replaceChildren(...(await historyTable((await getJson(instance)).businessKey)));

export default {
  id: 'muhatap.gecmis',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 1000,
  properties: { label: 'Geçmiş' },

  render: (node, { api, processInstanceId }) => {
    node.classList.add('muhatap-gecmis');
    show(node, api.engineApi + '/process-instance/' + processInstanceId).catch((failure) =>
      node.replaceChildren(element('p', { className: 'text-danger', textContent: failure.message }))
    );
  }
};
