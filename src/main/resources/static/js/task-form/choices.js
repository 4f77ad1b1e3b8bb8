// What is chosen in a task's form: the decision, the unit, the topic; and which fields belong to which decision. The
// data attributes are those of the deployed forms, of earlier versions as well.
import { element, options } from '../lib/dom.js';

/** The code of the chosen decision; null where none is. */
export const decision = (form) =>
  [...form.querySelectorAll('input[name="' + form.dataset.karar + '"]')].find(({ checked }) => checked)?.value ?? null;

const isHidden = (field) => field.closest('[data-yalniz]')?.hidden ?? false;

/** The fields that go to the process under their own names, without those of another decision. */
export const variableFields = (form) => [...form.querySelectorAll('[data-degisken]')].filter((field) => !isHidden(field));

/** What the decision refers to: another body, a main application; null where it refers to nothing. */
export const target = (form) => {
  const chosen = decision(form);
  const field = chosen && form.querySelector('[data-yalniz="' + chosen + '"] [data-hedef]');
  return field ? field.value.trim() : null;
};

export const fillChoices = (form, file) => {
  form.querySelector('[data-kararlar]')?.append(
    ...file.options.reviewDecisions.map(({ code, label }) =>
      element(
        'label',
        { className: 'secenek' },
        element('input', { type: 'radio', name: form.dataset.karar, value: code }),
        ' ' + label
      )
    )
  );
  const unit = form.querySelector('[data-degisken="birim"]');
  unit?.append(...options(file.options.units));
  const hint = form.querySelector('.oneri');
  const words = proposal(file.proposedUnit, file.proposedUnits ?? []);
  if (unit && hint && words && !form.dataset.karar) {
    unit.value = file.proposedUnit?.code ?? '';
    hint.hidden = false;
    hint.textContent = words;
  }
  const topic = form.querySelector('[data-degisken="konu"]');
  if (topic) {
    topic.append(...options(file.options.topics));
    topic.value = file.topic ?? '';
  }
  const reason = form.querySelector('[data-gerekce]');
  if (reason && file.reason) {
    reason.value = file.reason;
  }
  form.querySelectorAll('[data-hedef]').forEach((field) => {
    field.value = file.target ?? '';
  });
};

/** Shows the fields of the chosen decision only. */
export const followDecision = (form) => {
  const update = () => {
    const chosen = decision(form);
    form.querySelectorAll('[data-yalniz]').forEach((part) => {
      part.hidden = part.dataset.yalniz !== chosen;
    });
  };
  form.addEventListener('change', update);
  update();
};

/** The proposed unit with its reason, and the others that it may be; empty where there is none. */
function proposal(best, units) {
  const others = units.filter((one) => one.code !== best?.code);
  const names = others.map((one) => `${one.name} (yüzde ${Math.round(one.confidence * 100)})`).join(', ');
  if (best) {
    return `Öneri: ${best.name}. ${best.reason}` + (names ? ` Diğer olasılıklar: ${names}.` : '');
  }
  return names ? `Kesin bir öneri yok. Olası birimler: ${names}. ${others[0].reason}` : '';
}
