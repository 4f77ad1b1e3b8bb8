// On every card of the list: channel and unit, what is left of the limit in its own days, and what is urgent as sign
// and word. All cards of a list are asked for together, in one request.
import { element } from '/js/lib/dom.js';
import { request } from '/js/lib/http.js';

const NUMBER = /\b\d{4}-\d{6,}\b/;

const SIGNS = {
  SURESI_GECTI: 'exclamation-sign',
  BUGUN: 'bell',
  YAKLASIYOR: 'time'
};

const DAY = new Intl.DateTimeFormat('tr-TR', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'UTC'
});

let waiting = [];

const badge = (kind, word) =>
  element(
    'span',
    { className: 'muhatap-rozet muhatap-rozet-' + kind.toLowerCase().replace('_', '-') },
    element('span', { className: 'glyphicon glyphicon-' + SIGNS[kind], attributes: { 'aria-hidden': 'true' } }),
    ' ' + word
  );

const ESCALATED = [null, 'üst amire iletildi', 'Şube Müdürüne iletildi'];

const show = (node, card) => {
  node.replaceChildren(
    element(
      'div',
      { className: 'muhatap-rozetler' },
      card.urgency ? badge(card.urgency, card.urgencyLabel) : null,
      element('span', {
        className: 'muhatap-kalan',
        textContent: card.remaining ? DAY.format(new Date(card.lastDay)) + ', ' + card.remaining : card.statusLabel
      })
    ),
    element(
      'div',
      { className: 'muhatap-yer' },
      element('span', { className: 'muhatap-kanal', textContent: card.channelLabel }),
      card.unitLabel ? ' · ' : null,
      card.unitLabel ? element('span', { className: 'muhatap-birim', textContent: card.unitLabel }) : null,
      card.escalationLevel > 0 ? ' · ' + ESCALATED[Math.min(card.escalationLevel, 2)] : null
    )
  );
  // Tasklist counts in full 24 hours and would say another number of days. A recourse has a last day of its own.
  const task = node.closest('.task');
  task.classList.toggle('muhatap-gunu-belli', Boolean(card.remaining) && !task.innerText.includes('müracaat'));
};

const numberOf = (node) => node.closest('.task')?.innerText.match(NUMBER)?.[0];

const fetchWaiting = async () => {
  const asked = waiting.map((node) => ({ node, number: numberOf(node) })).filter(({ number }) => number);
  waiting = [];
  if (asked.length === 0) {
    return;
  }
  const numbers = [...new Set(asked.map(({ number }) => number))];
  const query = new URLSearchParams(numbers.map((number) => ['number', number]));
  const { ok, body } = await request('/api/v1/gorev-kartlari?' + query);
  if (!ok) {
    return;
  }
  const cards = new Map(body.map((card) => [card.number, card]));
  asked.filter(({ number }) => cards.has(number)).forEach(({ node, number }) => show(node, cards.get(number)));
};

export default {
  id: 'muhatap.kart',
  pluginPoint: 'tasklist.card',
  priority: 100,

  render: (node) => {
    if (waiting.length === 0) {
      // Tasklist draws its cards one after the other and puts each node into its card only after this. When it is done,
      // one question is enough for all of them.
      setTimeout(fetchWaiting);
    }
    waiting.push(node);
  }
};
