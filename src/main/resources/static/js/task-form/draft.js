// The draft of an answer: saved a moment after the last key, and at once when the page is left. Requests for it run one
// after the other and outlive the page.
import { button, element, options } from '../lib/dom.js';
import { application, problems, request } from '../lib/http.js';
import { gapFields } from './gaps.js';
import { groundFields } from './ground-fields.js';
import { offerTemplates } from './templates.js';

const PAUSE = 1500;
const REFUSALS = ['OLUMSUZ', 'KISMEN'];
const CLOCK = new Intl.DateTimeFormat('tr-TR', { hour: '2-digit', minute: '2-digit' });

const isSame = (answer, sent) =>
  sent !== undefined &&
  ['outcome', 'text', 'ground'].every((field) => (answer[field] ?? null) === (sent[field] ?? null));

/** Which version of the draft a file shows; the server finds by it whether somebody else saved one since. */
const tagOf = (file) => file.answer?.tag ?? 'yok';

/**
 * Sets the fields of the answer up, from the draft that the server has.
 *
 * @param onSaved called after each change of what the server has
 * @returns null where the form has no answer
 */
export const answerDraft = (form, file, onSaved) => {
  const part = form.querySelector('[data-cevap]');
  if (!part) {
    return null;
  }
  const outcome = form.querySelector('#sonuc');
  const text = form.querySelector('#metin');
  const ground = form.querySelector('#dayanak');
  const groundPart = form.querySelector('[data-dayanak]');
  // Forms that were deployed before have no such field
  const separated = form.querySelector('#ayirma') ?? element('input', { type: 'checkbox' });
  const separatedPart = form.querySelector('[data-ayirma]') ?? separated;
  const status = form.querySelector('.taslak-durumu');
  const address = application(file.number, '/cevap');
  let seen = tagOf(file);
  let saved;
  let sent;
  let timer;
  let queue = Promise.resolve([]);

  outcome.append(...options(file.options.outcomes));
  ground.append(...options(file.options.grounds));
  const groundValues = groundFields(form, file.options.grounds, () => changed());

  const showGround = () => {
    groundPart.hidden = !(file.options.grounds.length && REFUSALS.includes(outcome.value));
    separatedPart.hidden = !file.options.grounds.length || ['', 'OLUMSUZ'].includes(outcome.value);
  };
  const fill = (answer) => {
    outcome.value = answer.outcome;
    text.value = answer.text;
    ground.value = answer.ground ?? '';
    separated.checked = Boolean(answer.secretPartsRemoved);
    groundValues.show(answer);
    showGround();
  };
  const body = (chosenGround, groundFacts) => ({
    outcome: outcome.value,
    text: text.value,
    ground: chosenGround,
    ...groundFacts,
    ...(separated.checked && !separatedPart.hidden ? { secretPartsRemoved: true } : {})
  });
  const whole = () => (groundPart.hidden ? body(null, {}) : body(ground.value || null, groundValues.values()));
  /** A ground whose fields are not filled in yet is refused: while somebody types, the draft is kept without it. */
  const unfinished = () => (groundValues.isIncomplete() ? body(null, {}) : whole());
  const isClean = () => JSON.stringify(whole()) === saved;

  const save = async (content) => {
    const written = JSON.stringify(content);
    if (written === saved || !content.outcome || !content.text.trim()) {
      return [];
    }
    sent = content;
    const answer = await request(address, {
      method: 'PUT',
      body: content,
      headers: { 'If-Match': '"' + seen + '"' },
      keepalive: true
    });
    if (answer.ok) {
      seen = answer.tag;
      saved = written;
      status.textContent = 'Taslak kaydedildi ' + CLOCK.format(new Date());
      onSaved();
      return [];
    }
    const found = problems(answer);
    status.textContent = 'Taslak kaydedilemedi: ' + found.map((problem) => problem.text).join(' ');
    if (answer.status === 409) {
      await conflict();
    }
    return found;
  };
  const enqueue = (content) => {
    clearTimeout(timer);
    timer = undefined;
    queue = queue.then(() => save(content()));
    return queue;
  };
  const changed = () => {
    showGround();
    clearTimeout(timer);
    timer = setTimeout(() => enqueue(unfinished), PAUSE);
  };
  const flush = () => {
    if (timer !== undefined) {
      enqueue(unfinished);
    }
  };

  /** Two people wrote at once: both texts are shown, and whoever sees this decides. */
  const conflict = async () => {
    form.querySelector('.cakisma')?.remove();
    const { ok, body: current } = await request(application(file.number, '/dosya'));
    if (!ok || !current.answer || tagOf(current) === seen) {
      return;
    }
    const theirs = current.answer;
    if (isSame(theirs, sent)) {
      // Our own, whose answer did not arrive
      seen = theirs.tag;
      saved = JSON.stringify(sent);
      status.textContent = 'Taslak kaydedildi ' + CLOCK.format(new Date());
      return;
    }
    const decide = (word, act) =>
      button(
        word,
        () => {
          seen = theirs.tag;
          act();
          box.remove();
          text.focus();
        },
        { className: 'btn btn-default' }
      );
    const box = element(
      'section',
      { className: 'cakisma', role: 'alert' },
      element('p', {
        textContent:
          'Siz yazarken bu taslağı başka bir kullanıcı değiştirdi. Kendi metniniz yukarıda duruyor, kaydedilmedi. Diğer metin:'
      }),
      element('p', { className: 'kademe', textContent: theirs.outcomeLabel }),
      element('p', { className: 'metin', textContent: theirs.text }),
      decide('Kendi metnimi kaydet', () => enqueue(unfinished)),
      decide('Diğer metni kullan', () => {
        fill(theirs);
        saved = JSON.stringify(whole());
        status.textContent = 'Diğer metin alındı.';
        onSaved();
      })
    );
    status.after(box);
  };

  if (file.answer) {
    fill(file.answer);
  }
  showGround();
  saved = JSON.stringify(whole());
  if (file.proposedAnswer) {
    part.append(
      button(
        'Ana başvurunun cevabını kullan',
        () => {
          fill(file.proposedAnswer);
          changed();
        },
        { className: 'oneri-dugmesi' }
      )
    );
  }
  const showGaps = gapFields(text, () => changed());
  offerTemplates(form, file, (template) => {
    text.value = text.value.trim() ? text.value.trimEnd() + '\n\n' + template.text : template.text;
    outcome.value = outcome.value || template.outcome;
    showGaps();
    changed();
    text.focus();
  });
  ground.addEventListener('input', () => groundValues.show(null));
  [outcome, text, ground, separated].forEach((field) => field.addEventListener('input', changed));
  const onHidden = () => {
    flush();
    if (!form.isConnected) {
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('pagehide', onHidden);
    }
  };
  document.addEventListener('visibilitychange', onHidden);
  window.addEventListener('pagehide', onHidden);

  return {
    /** Waits for what is being saved; what would be saved in a moment is left to the caller. */
    settled() {
      clearTimeout(timer);
      timer = undefined;
      return queue;
    },
    /** Saves all that is written; an incomplete ground is a problem now. */
    save: () => enqueue(whole),
    changed,
    conflict,
    isClean,
    seen: () => seen,
    body: whole,
    /** The chosen article has fields of its own, to be shown before they can be filled. */
    showGroundFields() {
      showGround();
      groundValues.show(null);
    }
  };
};
