// Hoş geldiniz in Turkish only. Camunda reads this file instead of its own.
import '../../../lib/session.js';
import { leaveOut } from '../../../lib/closed.js';
import { speakTurkish } from '../../../lib/turkish.js';

leaveOut('welcome');
await speakTurkish('welcome');

export default {
  app: {
    name: 'Hoş geldiniz',
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

  disableWelcomeMessage: true,

  links: [
    {
      label: 'Başlangıç sayfası',
      href: '/',
      description: 'Muhatap’ın başlangıç sayfası'
    }
  ]
};
