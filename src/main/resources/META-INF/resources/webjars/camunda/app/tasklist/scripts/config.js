// Tasklist in Turkish only. Camunda reads this file instead of its own.
import '../../../lib/oturum.js';
import { leaveOut } from '../../../lib/kapali.js';
import { speakTurkish } from '../../../lib/turkce.js';

leaveOut('tasklist');
await speakTurkish('tasklist');

export default {
  app: {
    name: 'Görev listesi',
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

  customScripts: [
    '../../lib/takvim.js',
    '../../lib/adlar.js',
    'scripts/siralama.js',
    'scripts/kartlar.js',
    'scripts/dar-ekran.js',
    'scripts/toplu.js'
  ],

  disableWelcomeMessage: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'seçili görevi üstlenir'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'listedeki ilk filtreye gider'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'listedeki ilk göreve gider'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'görev formunun ilk alanına gider'
    }
  }
};
