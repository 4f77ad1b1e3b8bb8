// What others do while a form is open: looked for now and then, and whenever somebody comes back to the page.
import { time } from '../lib/dates.js';
import { element } from '../lib/dom.js';
import { application, request, SESSION_ENDED } from '../lib/http.js';
import { showErrors } from './errors.js';

const INTERVAL = 60_000;

const announce = (form, entries) => {
  let box = form.querySelector('.bu-arada');
  if (!box) {
    box = element('div', { className: 'bu-arada', role: 'status' }, element('strong', { textContent: 'Bu arada' }));
    form.querySelector('.basvuru-hata').after(box);
  }
  box.append(
    ...entries.map(({ at, actionLabel, who, summary }) =>
      element('p', {
        textContent: time(at) + ' ' + actionLabel + ' — ' + who + (summary ? ': ' + summary : '')
      })
    )
  );
};

export const watchHistory = (form, file) => {
  let known = file.history.length;
  const look = async () => {
    if (!form.isConnected) {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      return;
    }
    if (document.hidden) {
      return;
    }
    const { ok, status, body } = await request(application(file.number, '/gecmis'));
    if (status === 401) {
      showErrors(form, [{ text: SESSION_ENDED }]);
    }
    const entries = ok ? body : [];
    if (entries.length > known) {
      announce(form, entries.slice(known));
      known = entries.length;
    }
  };
  const timer = setInterval(look, INTERVAL);
  document.addEventListener('visibilitychange', look);
};
