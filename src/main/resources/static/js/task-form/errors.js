// What is wrong in a task's form: all of it on top, each a way to its field, and beside the field again.
import { element } from '../lib/dom.js';
import { SESSION_ENDED } from '../lib/http.js';

const clear = (form) => {
  form.querySelectorAll('.alan-hatasi').forEach((note) => note.remove());
  form.querySelectorAll('[aria-invalid]').forEach((field) => {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  });
};

const wayTo = (field, text) => {
  // Tasklist reads its own state from the address, so that a fragment may not stand there
  const link = element('a', { textContent: text, href: '' });
  link.addEventListener('click', (event) => {
    event.preventDefault();
    field.focus();
  });
  return link;
};

const mark = (field, text, id) => {
  const note = element('p', { className: 'alan-hatasi', id, textContent: text });
  if (field.type === 'radio') {
    field.closest('fieldset').querySelector('legend').after(note);
  } else {
    field.before(note);
  }
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', id);
};

/** Shows what is wrong instead of what was shown before; each problem has a text and perhaps its element. */
export const showErrors = (form, list) => {
  clear(form);
  const box = form.querySelector('.basvuru-hata');
  box.replaceChildren();
  box.hidden = list.length === 0;
  if (list.length === 0) {
    return;
  }
  box.append(
    element('ul', {}, ...list.map(({ element: field, text }) => element('li', {}, field ? wayTo(field, text) : text)))
  );
  list.forEach(({ element: field, text }, index) => field && mark(field, text, 'alan-hatasi-' + index));
  if (list.some(({ text }) => text === SESSION_ENDED)) {
    box.append(
      element('a', { href: '/giris', target: '_blank', rel: 'noopener', textContent: 'Yeni sekmede giriş yap' })
    );
  }
  box.focus();
};
