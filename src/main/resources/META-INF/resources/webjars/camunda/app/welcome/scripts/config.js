// Hoş geldiniz in Turkish only. Camunda reads this file instead of its own.
import '../../../lib/oturum.js';
import { leaveOut } from '../../../lib/kapali.js';
import { speakTurkish } from '../../../lib/turkce.js';

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

  customScripts: ['../../lib/adlar.js'],

  disableWelcomeMessage: true,

  links: [
    {
      label: 'Başlangıç sayfası',
      href: '/',
      description: 'Muhatap’ın başlangıç sayfası'
    }
  ]
};
