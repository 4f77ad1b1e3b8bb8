// While the demonstration is set back, says how far it is; the answer to the form brings the page that follows.
import { request } from '../lib/http.js';

const form = document.getElementById('sifirla');
const place = document.getElementById('sifirlama');

const show = async () => {
  const { body } = await request('/demo/reset');
  if (body?.running) {
    place.textContent = body.total > 0 ? `${body.step}: ${body.done} / ${body.total}` : `${body.step}…`;
  }
};

form.addEventListener('submit', () => {
  form.querySelector('button').disabled = true;
  place.textContent = 'Tanıtım sıfırlanıyor…';
  setInterval(show, 1000);
});
