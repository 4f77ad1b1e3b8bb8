// Süreç takibi in Turkish only. Camunda reads this file instead of its own.
import '../../../lib/oturum.js';
import { leaveOut } from '../../../lib/kapali.js';
import { speakTurkish } from '../../../lib/turkce.js';

leaveOut('cockpit');
await speakTurkish('cockpit');

export default {
  app: {
    name: 'Süreç takibi',
    vendor: 'Muhatap'
  },

  locales: {
    availableLocales: ['tr'],
    fallbackLocale: 'tr'
  },

  customScripts: [
    '../../lib/takvim.js',
    '../../lib/adlar.js',
    'scripts/kelimeler.js',
    'scripts/tarih.js',
    'scripts/kanallar.js',
    'scripts/gecmis.js',
    'scripts/isi-haritasi.js'
  ],

  disableWelcomeMessage: true
};
