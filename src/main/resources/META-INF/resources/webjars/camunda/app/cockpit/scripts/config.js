// Süreç izleme in Turkish only. Camunda reads this file instead of its own.
document.documentElement.lang = 'tr';

export default {
  app: {
    name: 'Süreç izleme',
    vendor: 'Muhatap'
  },

  locales: {
    availableLocales: ['tr'],
    fallbackLocale: 'tr'
  },

  customScripts: ['scripts/tarih.js', 'scripts/kanallar.js', 'scripts/gecmis.js', 'scripts/isi-haritasi.js'],

  disableWelcomeMessage: true
};
