// Yönetim in Turkish only. Camunda reads this file instead of its own.
import '../../../lib/oturum.js';
import { leaveOut } from '../../../lib/kapali.js';
import { speakTurkish } from '../../../lib/turkce.js';

leaveOut('admin');
await speakTurkish('admin');

export default {
  app: {
    name: 'Yönetim',
    vendor: 'Muhatap'
  },

  locales: {
    availableLocales: ['tr'],
    fallbackLocale: 'tr'
  },

  dateFormat: {
    normal: 'LLL',
    long: 'LLLL',
    short: 'LL'
  },

  customScripts: ['../../lib/adlar.js'],

  disableWelcomeMessage: true
};
