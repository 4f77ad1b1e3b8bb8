// Tab of a process instance: who did what when, from the record's own history.
import { ask, element, table } from './ogeler.js';

const TIME = new Intl.DateTimeFormat('tr-TR', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'Europe/Istanbul'
});

const show = async (node, instance) => {
  const number = (await ask(instance)).businessKey;
  const lines = await ask('/api/v1/basvurular/' + encodeURIComponent(number) + '/gecmis');
  const file = element('a', '', number + ' dosyasını aç');
  file.href = '/dosya/' + encodeURIComponent(number);
  node.replaceChildren(
    file,
    table(
      ['Zaman', 'Kim', 'Ne yapıldı', 'Ayrıntı'],
      lines.map((line) => [TIME.format(new Date(line.at)), line.who, line.actionLabel, line.summary])
    )
  );
};

export default {
  id: 'muhatap.gecmis',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 1000,
  properties: { label: 'Geçmiş' },

  render: (node, { api, processInstanceId }) => {
    node.classList.add('muhatap-gecmis');
    show(node, api.engineApi + '/process-instance/' + processInstanceId).catch((failure) =>
      node.replaceChildren(element('p', 'text-danger', failure.message))
    );
  }
};
