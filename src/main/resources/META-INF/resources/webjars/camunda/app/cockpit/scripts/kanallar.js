// Card of the dashboard: how many applications of each channel are late, due and escalated.
import { ask, element, table } from './ogeler.js';

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
  element('span', count > 0 && ALARMING.includes(column) ? 'muhatap-dikkat' : '', String(count));

const show = async (node) => {
  const channels = await ask('/api/v1/kanal-durumu');
  const sum = (column) => channels.reduce((total, channel) => total + channel[column], 0);
  const rows = channels.map((channel) => [
    channel.channelLabel,
    ...COLUMNS.map(([column]) => number(column, channel[column]))
  ]);
  const total = [element('strong', '', 'Toplam'), ...COLUMNS.map(([column]) => number(column, sum(column)))];
  node.replaceChildren(
    element('h2', '', 'Kanallara göre açık başvurular'),
    table(['Kanal', ...COLUMNS.map(([, word]) => word)], [...rows, total])
  );
};

export default {
  id: 'muhatap.kanallar',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,

  render: (node) => {
    node.classList.add('muhatap-kanallar');
    show(node).catch((failure) => node.replaceChildren(element('p', 'text-danger', failure.message)));
  }
};
