// Tasklist in Turkish only. Camunda reads this file instead of its own.
import '../../../lib/session.js';
import { leaveOut } from '../../../lib/closed.js';
import { speakTurkish } from '../../../lib/turkish.js';

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
    '../../lib/calendar.js',
    '../../lib/names.js',
    'scripts/order.js',
    'scripts/cards.js',
    'scripts/narrow-screen.js',
    'scripts/search.js',
    'scripts/counts.js',
    'scripts/history.js',
    'scripts/ways.js'
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
