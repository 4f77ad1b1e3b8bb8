// The record's history of an application, as Tasklist and Cockpit show it.
import { element, table } from '/js/lib/dom.js';
import { application, getJson } from '/js/lib/http.js';

const TIME = new Intl.DateTimeFormat('tr-TR', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'Europe/Istanbul'
});

/** A link to the file, and the table. */
export const historyTable = async (number) => {
  const lines = await getJson(application(number, '/gecmis'));
  return [
    element('a', { href: '/dosya/' + encodeURIComponent(number), textContent: number + ' dosyasını aç' }),
    table(
      'cam-table muhatap-tablo',
      ['Zaman', 'Kim', 'Ne yapıldı', 'Ayrıntı'],
      lines.map((line) => [TIME.format(new Date(line.at)), line.who, line.actionLabel, line.summary])
    )
  ];
};
