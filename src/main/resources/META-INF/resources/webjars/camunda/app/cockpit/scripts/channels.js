// Card of the dashboard: how many applications of each channel are late, due and escalated.
import { element, table } from '/js/lib/dom.js';
import { getJson } from '/js/lib/http.js';

const COLUMNS = [
  ['open', 'Açık'],
  ['late', 'Süresi geçti'],
  ['dueToday', 'Bugün doluyor'],
  ['near', 'Yaklaşıyor'],
  ['escalated', 'Yöneticide'],
  ['escalatedTwice', 'Şube Müdüründe']
];

const ALARMING = ['late', 'escalated', 'escalatedTwice'];

const number = (column, count) =>
  element('span', {
    className: count > 0 && ALARMING.includes(column) ? 'muhatap-dikkat' : '',
    textContent: String(count)
  });

const show = async (node) => {
  const channels = await getJson('/api/v1/kanal-durumu');
  const sum = (column) => channels.reduce((total, channel) => total + channel[column], 0);
  const rows = channels.map((channel) => [
    channel.channelLabel,
    ...COLUMNS.map(([column]) => number(column, channel[column]))
  ]);
  const total = [element('strong', { textContent: 'Toplam' }), ...COLUMNS.map(([column]) => number(column, sum(column)))];
  node.replaceChildren(
    element('h2', { textContent: 'Kanallara göre açık başvurular' }),
    table('cam-table muhatap-tablo', ['Kanal', ...COLUMNS.map(([, word]) => word)], [...rows, total])
  );
};

export default {
  id: 'muhatap.kanallar',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,

  render: (node) => {
    node.classList.add('muhatap-kanallar');
    show(node).catch((failure) => node.replaceChildren(element('p', { className: 'text-danger', textContent: failure.message })));
  }
};
