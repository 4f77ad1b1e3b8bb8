// The search of the list: one field for what people call an application, not the thirty criteria of the engine. The
// record finds the numbers, the engine the tasks.
import { button, element } from '/js/lib/dom.js';
import { cookie, problemText, request } from '/js/lib/http.js';

/** What Tasklist searches for where nobody searches. */
const EVERYTHING = { processVariables: [], taskVariables: [], caseInstanceVariables: [] };

/** No task has it: a list of no ids would be a list of all. */
const NONE = 'yok';

const TASKS = '/camunda/api/engine/engine/default/task?maxResults=500';

/** The engine narrows a filter by the ids of tasks, and leaves out a list of business keys. */
export const queryFor = (tasks) => ({ ...EVERYTHING, taskIdIn: tasks.length ? tasks.map(({ id }) => id) : [NONE] });

const tasksOf = (numbers) =>
  request(TASKS, {
    method: 'POST',
    body: { processInstanceBusinessKeyIn: numbers.length ? numbers : [NONE] },
    headers: { 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') }
  });

const setQuery = (node, query) => {
  const scope = window.angular.element(node).scope();
  scope.tasklistData.set('searchQuery', query);
  scope.$applyAsync();
};

export default {
  id: 'muhatap.arama',
  pluginPoint: 'tasklist.list',
  priority: 200,

  render: (node) => {
    const field = element('input', {
      type: 'search',
      className: 'form-control',
      maxLength: 200,
      placeholder: 'Numara, konu, kanal, birim, kelime',
      attributes: { 'aria-label': 'Görevlerde ara' }
    });
    const status = element('p', { className: 'muhatap-arama-durumu', role: 'status' });
    const search = async () => {
      const words = field.value.trim();
      if (!words) {
        status.textContent = '';
        setQuery(node, EVERYTHING);
        return;
      }
      const answer = await request('/api/v1/gorev-arama?' + new URLSearchParams({ q: words }));
      const tasks = answer.ok ? await tasksOf(answer.body.numbers) : answer;
      if (field.value.trim() !== words) {
        return;
      }
      if (!tasks.ok) {
        status.textContent = problemText(tasks);
        return;
      }
      const { numbers, more } = answer.body;
      status.textContent = more
        ? 'Çok başvuru bulundu; son cevap tarihi önce gelen ' + numbers.length + ' başvurunun görevleri gösteriliyor.'
        : numbers.length + ' başvuru bulundu. Bu listedeki görevleri gösteriliyor.';
      setQuery(node, queryFor(tasks.body));
    };
    const form = element(
      'form',
      { className: 'muhatap-arama', role: 'search' },
      field,
      button('Ara', () => form.requestSubmit(), { className: 'btn btn-default' }),
      status
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      search();
    });
    // The field's own cross
    field.addEventListener('search', () => field.value === '' && search());
    // The next task of the same application is another one
    document.addEventListener('muhatap:done', () => field.isConnected && field.value.trim() && search());
    node.replaceChildren(form);
  }
};
