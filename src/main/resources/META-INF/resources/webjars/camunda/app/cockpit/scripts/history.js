// Tab of a process instance: who did what when, from the record's own history.
import { element, table } from '/js/lib/dom.js';
import { application, getJson } from '/js/lib/http.js';

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
  const number = (await getJson(instance)).businessKey;
  const lines = await getJson(application(number, '/gecmis'));
  const file = element('a', {
    href: '/dosya/' + encodeURIComponent(number),
    textContent: number + ' dosyasını aç'
  });
  node.replaceChildren(
    file,
    table(
      'cam-table muhatap-tablo',
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
      node.replaceChildren(element('p', { className: 'text-danger', textContent: failure.message }))
    );
  }
};
