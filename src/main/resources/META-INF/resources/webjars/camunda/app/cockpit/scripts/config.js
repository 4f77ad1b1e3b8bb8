// Süreç takibi in Turkish only. Camunda reads this file instead of its own.
import '../../../lib/session.js';
import { leaveOut } from '../../../lib/closed.js';
import { speakTurkish } from '../../../lib/turkish.js';

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
    '../../lib/calendar.js',
    '../../lib/names.js',
    'scripts/words.js',
    'scripts/dates.js',
    'scripts/channels.js',
    'scripts/history.js',
    'scripts/ways.js',
    'scripts/heat-map.js'
  ],

  disableWelcomeMessage: true
};
