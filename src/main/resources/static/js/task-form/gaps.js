// A field for each gap of a template's text, e.g. {tarih?}; what is written there takes the gap's place.
import { element, labelled } from '../lib/dom.js';

const GAP = /\{([^{}?\n]{1,59})\?\}/g;

/** The names of a text's gaps, each once. */
export const gapsOf = (text) => [...new Set([...text.matchAll(GAP)].map(([, name]) => name))];

export const fillGap = (text, name, value) => text.replaceAll('{' + name + '?}', () => value);

/** @returns what shows the fields again after the text was changed by a script */
export const gapFields = (textField, onChange) => {
  const box = element('div');
  textField.after(box);
  let shown = '';
  const show = () => {
    const names = gapsOf(textField.value);
    if (names.join('|') === shown) {
      return;
    }
    shown = names.join('|');
    box.replaceChildren(
      ...names.flatMap((name, index) => {
        const field = element('input', { type: 'text', id: 'bosluk-' + index });
        field.addEventListener('change', () => {
          if (field.value.trim()) {
            textField.value = fillGap(textField.value, name, field.value.trim());
            show();
            onChange();
          }
        });
        return labelled('Doldurun: ' + name, field);
      })
    );
  };
  textField.addEventListener('input', show);
  show();
  return show;
};
