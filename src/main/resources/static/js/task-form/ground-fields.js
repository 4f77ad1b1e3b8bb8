// The fields that the chosen article of 4982 demands: which they are, the server says.
import { element, labelled, options } from '../lib/dom.js';

const LONGEST_FACT = 300;

const fieldOf = ({ field, type, choices }) => {
  const properties = { id: 'dayanak-' + field, dataset: { bilgi: field } };
  if (type === 'CHOICE') {
    return element('select', properties, ...options([{ code: '', label: 'Seçin' }, ...choices]));
  }
  return element('input', { ...properties, type: type === 'DATE' ? 'date' : 'text', maxLength: LONGEST_FACT });
};

export const groundFields = (form, grounds, onChange) => {
  const box = form.querySelector('[data-dayanak-alanlari]');
  const article = form.querySelector('#dayanak');
  const fields = () => [...box.querySelectorAll('[data-bilgi]')];

  return {
    /** Shows the fields of the chosen article, filled from an answer where there is one. */
    show(answer) {
      const chosen = grounds.find(({ code }) => code === article.value);
      box.replaceChildren(
        ...(chosen?.fields ?? []).flatMap((asked) => {
          const field = fieldOf(asked);
          field.value = answer?.groundFacts.find((fact) => fact.field === asked.field)?.value ?? '';
          field.addEventListener('input', onChange);
          return labelled(asked.label, field);
        })
      );
    },
    values: () => Object.fromEntries(fields().map((field) => [field.dataset.bilgi, field.value.trim() || null])),
    isIncomplete: () => fields().some((field) => !field.value.trim())
  };
};
