// What a browser can add to the intake desk: where the clerk stands, printing, and a word where a look-up fails.
// Without it everything else works.
import { element } from '../lib/dom.js';
import { UNREACHABLE } from '../lib/http.js';

const REASONS = {
  0: UNREACHABLE,
  403: 'Bu sayfayı başka bir kullanıcı açmıştı. Sayfayı yenileyin.',
  429: 'Kısa sürede çok arama yapıldı. Biraz bekleyip yeniden deneyin.'
};
const FAILURES = ['htmx:responseError', 'htmx:sendError', 'htmx:timeout'];

/** Stands where the look-up's answer would, and goes with the next one. */
const showFailure = ({ detail }) => {
  const text =
    REASONS[detail.xhr?.status ?? 0] ?? 'Arama yapılamadı. Yazdıklarınız duruyor. Yeniden deneyin.';
  detail.target?.replaceChildren(element('p', { className: 'hata', textContent: text }));
};

const offerPrinting = (button) => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
};

const offerPlace = (button) => {
  const field = document.getElementById(button.dataset.konum);
  const status = document.getElementById(button.dataset.konum + '-durum');
  const found = ({ coords }) => {
    field.value = coords.latitude.toFixed(6) + ', ' + coords.longitude.toFixed(6);
    status.textContent = 'Konum alındı (±' + Math.round(coords.accuracy) + ' m).';
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const failed = () => {
    status.textContent = 'Konum alınamadı. Elle yazın veya boş bırakın.';
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    status.textContent = 'Konum alınıyor…';
    navigator.geolocation.getCurrentPosition(found, failed, { enableHighAccuracy: true, timeout: 10_000 });
  });
};

/** Calls are fetched again when one of them began or ended; a page that nobody sees keeps no connection open. */
const followCalls = (place) => {
  let stream = null;
  const follow = () => {
    if (document.hidden) {
      stream?.close();
      stream = null;
    } else if (!stream) {
      stream = new EventSource('/kabul/akis');
      stream.addEventListener('degisti', () => place.dispatchEvent(new Event('cagri')));
    }
  };
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pagehide', () => stream?.close());
  follow();
};

FAILURES.forEach((failure) => document.body.addEventListener(failure, showFailure));
document.querySelectorAll('[data-yazdir]').forEach(offerPrinting);
const calls = document.getElementById('cagri-yeri');
if (calls) {
  followCalls(calls);
}
if (navigator.geolocation) {
  document.querySelectorAll('[data-konum]').forEach(offerPlace);
}
