// Puts an app's Turkish words where the app looks for them, before it starts. Left to itself it draws its first page
// while they are still on their way, as DUE_DATE and SEARCH_PLACEHOLDER, and after an update it begins with the words
// of the day before.
const STORE = 'camunda-web';

export const speakTurkish = async (app) => {
  document.documentElement.lang = 'tr';
  const locales = document.querySelector('base').getAttribute('app-root') + '/app/' + app + '/locales/';
  try {
    const words = await (await fetch(locales + 'tr.json', { cache: 'no-cache' })).json();
    const stored = JSON.parse(localStorage.getItem(STORE) || '{}');
    stored[locales + '_locales_data_tr_' + window.bust] = JSON.stringify(words);
    localStorage.setItem(STORE, JSON.stringify(stored));
  } catch (failure) {
    console.error(failure);
  }
};
