// One button for a task that nobody has taken: takes and completes it in one request, or changes nothing. The few
// steps that the API does not know (recourse, the Board), and forms of earlier versions, are saved, claimed and
// completed one after the other.
import { button, element } from '../lib/dom.js';
import { application, cookie, request } from '../lib/http.js';
import { decision, target, variableFields } from './choices.js';
import { problemsAt, saveAll, variables } from './submission.js';
import { currentUser } from './user.js';

const textOf = (form, selector) => form.querySelector(selector)?.value.trim() || null;

/** The request for the step, as the API describes it. */
export const stepOf = (form, draft) => {
  const chosen = decision(form);
  const values = Object.fromEntries(variableFields(form).map((field) => [field.dataset.degisken, field.value || null]));
  const answers = draft && chosen === 'CEVAP';
  return {
    step: form.dataset.adim,
    decision: chosen,
    unit: values.birim ?? null,
    topic: values.konu ?? null,
    reason: textOf(form, '[data-gerekce]'),
    target: target(form) || null,
    answer: answers ? draft.body() : null,
    ifMatch: answers ? draft.seen() : null
  };
};

const ENGINE_TASKS = '/camunda/api/engine/engine/default/task/';

const take = async (form, file, draft) => {
  await draft?.settled();
  const answer = await request(application(file.number, '/adim'), { method: 'POST', body: stepOf(form, draft) });
  if (answer.status === 409) {
    await draft?.conflict();
  }
  if (answer.ok) {
    return [];
  }
  // Refused, so that nothing is saved: the draft has its turn again, which settled() took
  draft?.changed();
  return problemsAt(form, answer);
};

const takeInTurn = async (form, file, draft, task, user) => {
  const found = await saveAll(form, file, draft);
  if (found.length) {
    return found;
  }
  const post = (path, body) =>
    request(ENGINE_TASKS + encodeURIComponent(task) + path, {
      method: 'POST',
      body,
      headers: { 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') }
    });
  const values = Object.entries(variables(form)).map(([name, value]) => [name, { value, type: 'String' }]);
  const claimed = await post('/claim', { userId: user() });
  const answer = claimed.ok
    ? await post('/submit-form', { variables: Object.fromEntries(values) })
    : claimed;
  return answer.ok ? [] : problemsAt(form, answer);
};

/** Closes the task and reads the list again, as Tasklist does after its own completion. */
const leave = (message) => {
  const angular = window.angular?.element(document.body).injector();
  const [path, query] = window.location.hash.slice(1).split('?');
  const parameters = new URLSearchParams(query);
  parameters.delete('task');
  parameters.delete('detailsTab');
  window.location.hash = path + '?' + parameters;
  angular?.get('$rootScope').$broadcast('refresh');
  document.dispatchEvent(new CustomEvent('muhatap:done'));
  angular?.get('Notifications').addMessage({ status: message, duration: 5000 });
};

/**
 * Puts the button below the form. Tasklist shows its own as soon as somebody has taken the task.
 *
 * @param missing the problems that are seen without the server
 */
export const offerStep = (
  form,
  file,
  draft,
  { task, missing, showErrors, onDone, leaveTask = leave, user = currentUser }
) => {
  if (file.mayWork !== true) {
    return;
  }
  const complete = button(
    'Üstlen ve tamamla',
    async () => {
      showErrors(form, []);
      complete.disabled = true;
      let found = missing(form);
      if (found.length === 0) {
        found = await (form.dataset.adim ? take(form, file, draft) : takeInTurn(form, file, draft, task, user));
      }
      complete.disabled = false;
      if (found.length) {
        showErrors(form, found);
      } else {
        onDone();
        leaveTask(file.number + ': görev tamamlandı.');
      }
    },
    { className: 'btn btn-primary' }
  );
  form.append(element('div', { className: 'adim-dugmesi' }, complete));
};
