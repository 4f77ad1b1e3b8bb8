// What a browser can add to choosing: all of them with one box, and how many are chosen. Without it everything else
// works.
import { element } from '../lib/dom.js';

const list = document.getElementById('satir');

document.getElementById('hatalar')?.focus();

if (list) {
  const boxes = [...list.querySelectorAll('input[name="satir"]')];
  const all = element('input', { type: 'checkbox' });
  const status = element('p', { className: 'soluk', role: 'status' });

  const count = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    all.checked = chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
    status.textContent = chosen + ' görev seçili.';
  };
  all.addEventListener('change', () => {
    boxes.forEach((box) => {
      box.checked = all.checked;
    });
    count();
  });
  list.addEventListener('change', count);
  list
    .querySelector('ul')
    .before(element('label', { className: 'tek hepsi' }, all, ' Bu sayfadakilerin hepsini seç'));
  list.append(status);
  count();
}
