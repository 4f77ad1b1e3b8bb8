// On every filter: how many tasks it has. Tasklist counts the chosen one alone.
import { element } from '/js/lib/dom.js';
import { cookie, request } from '/js/lib/http.js';

const INTERVAL = 60_000;
const FILTERS = '/camunda/api/engine/engine/default/filter';

/** Name and number of each filter, where the engine says it. */
const counts = async () => {
  const { ok, body } = await request(FILTERS + '?resourceType=Task');
  const headers = { 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') };
  return Promise.all(
    (ok ? body : []).map(async ({ id, name }) => {
      const answer = await request(FILTERS + '/' + id + '/count', { method: 'POST', body: {}, headers });
      return [name, answer.ok ? answer.body.count : undefined];
    })
  );
};

/** The link's own words, without the numbers behind them. */
const nameOf = (filter) =>
  [...(filter.querySelector('a')?.childNodes ?? [])].find(({ data }) => data?.trim())?.data.trim();

let known = new Map();

const show = () =>
  document.querySelectorAll('.task-filters .task-filter').forEach((filter) => {
    const count = known.get(nameOf(filter));
    const link = filter.querySelector('a');
    if (!link || count === undefined) {
      return;
    }
    const mark = link.querySelector('.muhatap-sayi') ?? element('span', { className: 'muhatap-sayi' });
    if (mark.textContent !== String(count)) {
      mark.textContent = String(count);
    }
    if (!mark.isConnected) {
      link.append(mark);
    }
  });

let running;
export const refresh = async () => {
  running ??= counts().finally(() => {
    running = undefined;
  });
  known = new Map(await running);
  show();
};

let waits = false;
/** A list that changed, e.g. by a completed task, changes the numbers of others. */
const soon = () => {
  if (!waits) {
    waits = true;
    setTimeout(() => {
      waits = false;
      refresh();
    }, 1000);
  }
};

new MutationObserver((changes) => {
  show();
  if (changes.some(({ target }) => target.closest?.('ol.tasks-list'))) {
    soon();
  }
}).observe(document.documentElement, { childList: true, subtree: true });
setInterval(() => !document.hidden && refresh(), INTERVAL);
soon();
