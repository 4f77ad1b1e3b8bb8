// Yönetim in Turkish only. Camunda reads this file instead of its own.
import '../../../lib/session.js';
import { leaveOut } from '../../../lib/closed.js';
import { speakTurkish } from '../../../lib/turkish.js';

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

  customScripts: ['../../lib/names.js'],

  disableWelcomeMessage: true
};
