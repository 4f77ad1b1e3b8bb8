// The office's templates for an answer. What is written already stays; a template is put behind it.
import { options } from '../lib/dom.js';
import { application, request } from '../lib/http.js';

export const offerTemplates = async (form, file, onChosen) => {
  const select = form.querySelector('#sablon');
  const { body: list } = await request(application(file.number, '/sablonlar'));
  if (!select || !list?.length) {
    return;
  }
  const outcomes = new Map(file.options.outcomes.map(({ code, label }) => [code, label]));
  select.append(
    ...options(list.map(({ id, outcome, title }) => ({ code: id, label: outcomes.get(outcome) + ': ' + title })))
  );
  form.querySelector('[data-sablon]').hidden = false;
  form.querySelector('#sablon-ekle').addEventListener('click', () => {
    const chosen = list.find(({ id }) => id === select.value);
    if (chosen) {
      select.value = '';
      onChosen(chosen);
    }
  });
};
