// What is checked and saved before the engine is asked to complete a task, and what the engine is told.
import { application, problems, request } from '../lib/http.js';
import { decision, target, variableFields } from './choices.js';

/** Where a problem of the server's belongs, by its field. */
const PLACES = {
  outcome: '#sonuc',
  ground: '#dayanak',
  publishedIn: '#dayanak-publishedIn',
  publishedOn: '#dayanak-publishedOn',
  publishedHow: '#dayanak-publishedHow',
  announcedOn: '#dayanak-announcedOn',
  unmetCondition: '#dayanak-unmetCondition',
  secretPartsRemoved: '#ayirma',
  reason: '[data-gerekce]',
  target: '[data-yalniz]:not([hidden]) [data-hedef]',
  unit: '[data-degisken="birim"]',
  topic: '[data-degisken="konu"]'
};

/** The same for a step as a whole, where the answer's fields stand below it. */
const STEP_PLACES = {
  ...PLACES,
  ...Object.fromEntries(Object.entries(PLACES).map(([field, place]) => ['answer.' + field, place])),
  'answer.text': '#metin',
  text: '[data-gerekce]'
};
const NOWHERE = '[data-nowhere]';

/** What a step was refused for, each at its field. */
export const problemsAt = (form, answer) =>
  problems(answer).map(({ field, text }) => ({
    text,
    element: form.querySelector(field === 'decision' ? 'input[type="radio"]' : (STEP_PLACES[field] ?? NOWHERE))
  }));

/** The element of a field of the server's; `text` is a different one in each request. */
const placed = (form, list, text) =>
  list.map((problem) => {
    const place = problem.field === 'text' ? text : PLACES[problem.field];
    return { text: problem.text, element: place ? form.querySelector(place) : null };
  });

/** What is missing, each with its field. */
export const missing = (form) => {
  const chosen = decision(form);
  const found = [];
  const require = (field, text) => {
    if (field && !field.value.trim()) {
      found.push({ element: field, text });
    }
  };
  if (form.querySelector('[data-cevap]') && chosen === 'CEVAP') {
    require(form.querySelector('#sonuc'), 'Cevabın sonucunu seçin.');
    require(form.querySelector('#metin'), 'Cevap metnini yazın.');
  }
  require(form.querySelector('[data-muracaat-cevabi]'), 'Müracaatın cevabını yazın.');
  if (form.dataset.karar && !chosen) {
    found.push({ element: form.querySelector('input[name="' + form.dataset.karar + '"]'), text: 'Bir karar seçin.' });
  }
  variableFields(form)
    .filter((field) => !('istegeBagli' in field.dataset))
    .forEach((field) => require(field, 'Birim seçin.'));
  return found;
};

/** The variables of the process that the form decides. */
export const variables = (form) => {
  const name = form.dataset.karar;
  return {
    ...(name ? { [name]: decision(form) } : {}),
    ...Object.fromEntries(
      variableFields(form)
        .filter((field) => field.value)
        .map((field) => [field.dataset.degisken, field.value])
    )
  };
};

const put = async (form, number, path, body, text) => {
  const answer = await request(application(number, path), { method: 'PUT', body });
  return answer.ok ? [] : placed(form, problems(answer), text);
};

/** Saves what stands beside the decision; the problems, none where all is saved. */
export const saveAll = async (form, file, draft) => {
  const chosen = decision(form);
  if (draft && chosen === 'CEVAP') {
    const found = await draft.save();
    if (found.length) {
      return placed(form, found, '#metin');
    }
  }
  const reason = form.querySelector('[data-gerekce]');
  if (reason && (chosen || reason.value.trim() !== (file.reason ?? ''))) {
    // The server knows which decision needs a reason, another body or a main application
    const note = { text: reason.value.trim(), decision: chosen, target: target(form) };
    const found = await put(form, file.number, '/gerekce', note, '[data-gerekce]');
    if (found.length) {
      return found;
    }
    file.reason = note.text;
  }
  const recourse = form.querySelector('[data-muracaat-cevabi]');
  return recourse
    ? put(form, file.number, '/muracaat', { text: recourse.value.trim() }, '[data-muracaat-cevabi]')
    : [];
};

/** Sets the variables for the engine. */
const setVariables = (manager, values) =>
  Object.entries(values).forEach(([name, value]) => {
    if (manager.variables[name]) {
      manager.variableValue(name, value);
    } else {
      manager.createVariable({ name, type: 'String', value });
    }
  });

/**
 * Checks and saves before Tasklist submits. Its form asks its listeners for a yes or no at once, which only a request
 * that stops the whole page could give; so its submit is called after the saving.
 *
 * @param check the problems that keep the form from being submitted
 */
export const saveBeforeSubmit = (camForm, form, check, show) => {
  const submit = camForm.submit.bind(camForm);
  camForm.submit = async (done) => {
    show([]);
    const found = await check();
    if (found.length === 0) {
      setVariables(camForm.variableManager, variables(form));
      submit(done);
    } else {
      // Tasklist's own words for a form that did not want to be submitted: it says nothing more
      done?.(new Error('camForm submission prevented'));
      show(found);
    }
    window.angular?.element(form).scope()?.$applyAsync();
  };
};
