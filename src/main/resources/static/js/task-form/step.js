// One button for a task that nobody has taken: takes and completes it in one request, or changes nothing.
import { button, element } from '../lib/dom.js';
import { application, request } from '../lib/http.js';
import { decision, target, variableFields } from './choices.js';
import { problemsAt } from './submission.js';

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
export const offerStep = (form, file, draft, { missing, showErrors, onDone, leaveTask = leave }) => {
  if (!form.dataset.adim || file.mayWork !== true) {
    return;
  }
  const refuse = async (answer) => {
    if (answer.status === 409) {
      await draft?.conflict();
    }
    showErrors(form, problemsAt(form, answer));
  };
  const take = async () => {
    showErrors(form, []);
    const found = missing(form);
    if (found.length) {
      showErrors(form, found);
      return;
    }
    complete.disabled = true;
    await draft?.settled();
    const answer = await request(application(file.number, '/adim'), { method: 'POST', body: stepOf(form, draft) });
    complete.disabled = false;
    if (answer.ok) {
      onDone();
      leaveTask(file.number + ': görev tamamlandı.');
    } else {
      await refuse(answer);
    }
  };
  const complete = button('Üstlen ve tamamla', take, { className: 'btn btn-primary' });
  form.append(element('div', { className: 'adim-dugmesi' }, complete));
};
