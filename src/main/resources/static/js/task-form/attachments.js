// The files of an application inside a task's form: to download, and in the answer's form to add and to take back.
import { button, element, labelled } from '../lib/dom.js';
import { application, problemText, request } from '../lib/http.js';

const address = (number, id) => application(number, '/ekler') + (id ? '/' + id : '');

const line = (box, number, file, status) => {
  const remove = async () => {
    const answer = await request(address(number, file.id), { method: 'DELETE' });
    status.textContent = answer.ok ? file.name + ' kaldırıldı.' : problemText(answer);
    await show(box, number, status);
  };
  return element(
    'li',
    {},
    element('a', { href: address(number, file.id), textContent: file.name }),
    element('span', { textContent: ' ' + file.partLabel + ' · ' + file.sizeLabel + ' ' }),
    file.removable && status
      ? button('Kaldır', remove, { attributes: { 'aria-label': file.name + ' ekini kaldır' } })
      : null
  );
};

const draw = (box, number, files, status) =>
  box.replaceChildren(
    ...(files.length
      ? [
          element('h3', { textContent: 'Ekler' }),
          element('ul', {}, ...files.map((file) => line(box, number, file, status)))
        ]
      : [])
  );

const show = async (box, number, status) => {
  const { ok, body } = await request(address(number));
  if (ok) {
    draw(box, number, body, status);
  } else {
    box.replaceChildren(element('p', { role: 'alert', textContent: 'Ekler gösterilemiyor. Sayfayı yenileyin.' }));
  }
};

const upload = (answerPart, number, box) => {
  const field = element('input', { type: 'file', multiple: true, id: 'cevap-ekleri' });
  const status = element('p', { role: 'status' });
  field.addEventListener('change', async () => {
    const body = new FormData();
    body.append('part', 'CEVAP');
    [...field.files].forEach((file) => body.append('file', file));
    status.textContent = 'Ek gönderiliyor…';
    const answer = await request(address(number), { method: 'POST', body });
    if (answer.ok) {
      status.textContent = 'Ek yüklendi.';
      draw(box, number, answer.body, status);
    } else {
      status.textContent = 'Ek yüklenmedi: ' + problemText(answer);
    }
    field.value = '';
  });
  answerPart.append(...labelled('Cevabın ekleri', field), status);
  return status;
};

export const showAttachments = (form, number) => {
  const box = element('div', { className: 'ekler' });
  form.querySelector('.basvuru-ozeti').after(box);
  const answerPart = form.querySelector('[data-cevap]');
  return show(box, number, answerPart && upload(answerPart, number, box));
};
