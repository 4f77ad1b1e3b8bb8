// The script behind all task forms: shows the application, keeps drafts and reasons on the server, and submits only the
// decision.
import { element } from '../lib/dom.js';
import { application, request, SESSION_ENDED } from '../lib/http.js';
import { showAttachments } from './attachments.js';
import { fillChoices, followDecision } from './choices.js';
import { answerDraft } from './draft.js';
import { showErrors } from './errors.js';
import { keptInput } from './kept-input.js';
import { watchHistory } from './meanwhile.js';
import { offerStep } from './step.js';
import { missing, saveAll, saveBeforeSubmit } from './submission.js';
import { showAnswer, showRecourse, showSummary } from './summary.js';
import { currentUser } from './user.js';

const STYLE = 'basvuru-formu-stil';

/** Called by the script of a deployed form, with Camunda's form. */
export const start = (camForm) => {
  if (!document.getElementById(STYLE)) {
    document.head.append(element('link', { id: STYLE, rel: 'stylesheet', href: '/css/basvuru-formu.css' }));
  }
  const form = camForm.formElement[0] ?? camForm.formElement;
  if (camForm.variableManager.variables.basvuruNo?.value) {
    load(camForm, form);
  } else {
    camForm.on('variables-fetched', () => load(camForm, form));
  }
};

const load = async (camForm, form) => {
  if (form.dataset.yuklendi) {
    return;
  }
  form.dataset.yuklendi = 'evet';
  const number = camForm.variableManager.variableValue('basvuruNo');
  const task = camForm.taskId ? '?task=' + encodeURIComponent(camForm.taskId) : '';
  const answer = await request(application(number, '/dosya' + task));
  if (!answer.ok) {
    form.querySelector('.basvuru-ozeti').textContent = '';
    showErrors(form, [{ text: answer.status === 401 ? SESSION_ENDED : 'Başvuru gösterilemiyor.' }]);
    return;
  }
  show(camForm, form, answer.body);
};

const show = (camForm, form, file) => {
  // Tasklist's own buttons are hidden by closed.js
  document.dispatchEvent(
    new CustomEvent('muhatap:task', { detail: { id: camForm.taskId, mayWork: file.mayWork !== false } })
  );
  showSummary(form, file);
  showAttachments(form, file.number);
  fillChoices(form, file);
  showAnswer(form, file);
  showRecourse(form, file);
  const draft = answerDraft(form, file, () => keep());
  const kept = keptInput(form, file.number, currentUser());
  const keep = () => kept.keep(draft ? { seen: draft.seen(), clean: draft.isClean() } : {});
  restore(form, kept, draft);
  followDecision(form);
  form.addEventListener('input', keep);
  form.addEventListener('change', keep);
  warnBeforeLoss(form, draft);
  watchHistory(form, file);
  saveBeforeSubmit(
    camForm,
    form,
    async () => {
      const found = missing(form);
      return found.length ? found : saveAll(form, file, draft);
    },
    (found) => showErrors(form, found)
  );
  camForm.on('submit-success', () => kept.forget());
  offerStep(form, file, draft, { task: camForm.taskId, missing, showErrors, onDone: () => kept.forget() });
};

/** What was typed here before and is not on the server; what somebody else saved meanwhile is not written over. */
const restore = (form, kept, draft) => {
  const before = kept.find();
  if (!before) {
    return;
  }
  const isChanged = draft && before.along.seen && before.along.seen !== draft.seen();
  if (isChanged && before.along.clean) {
    kept.forget();
    return;
  }
  kept.restore(before);
  if (draft) {
    draft.showGroundFields();
    kept.restore(before);
  }
  form.querySelector('.basvuru-hata').after(
    element('p', {
      className: 'kademe geri-geldi',
      role: 'status',
      textContent: 'Bu sekmede yarım kalan yazınız geri getirildi.'
    })
  );
  if (isChanged) {
    draft.conflict();
  } else {
    draft?.changed();
  }
};

/** The tab's memory goes with the tab: whoever closes it over a text that the server does not have is asked first. */
const warnBeforeLoss = (form, draft) => {
  const texts = [...form.querySelectorAll('textarea:not(#metin)')].map((field) => [field, field.value]);
  const isUnsaved = () =>
    (draft && !draft.isClean() && draft.body().text.trim() !== '') ||
    texts.some(([field, before]) => field.value.trim() !== '' && field.value !== before);
  const warn = (event) => {
    if (!form.isConnected) {
      window.removeEventListener('beforeunload', warn);
    } else if (isUnsaved()) {
      event.preventDefault();
    }
  };
  window.addEventListener('beforeunload', warn);
};
