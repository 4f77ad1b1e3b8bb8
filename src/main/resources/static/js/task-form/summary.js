// The application as a task's form shows it, above what is to be decided.
import { day, time } from '../lib/dates.js';
import { button, element } from '../lib/dom.js';
import { application, request } from '../lib/http.js';

const DAYS = { GUN: 'gün', IS_GUNU: 'iş günü' };
const LONG = 1500;
const BEGINNING = 600;

const paragraph = (text, className = '') => element('p', { textContent: text, className });

/** A long text is folded, so that the decision below it stays in sight. */
export const longText = (text) => {
  if (text.length <= LONG) {
    return [paragraph(text, 'metin')];
  }
  return [
    paragraph(text.slice(0, BEGINNING) + '…', 'metin'),
    element('details', {}, element('summary', { textContent: 'Tamamını göster' }), paragraph(text, 'metin'))
  ];
};

/** Link to the phone's map application; style hides it where there is no touch screen. */
export const mapLink = (place) => {
  const at = place.replaceAll(' ', '');
  return element('a', { textContent: 'Harita uygulamasında aç', href: `geo:${at}?q=${at}`, className: 'harita' });
};

/** What is left of the limit, with a sign of its own for each urgency. */
export const limitText = ({ late, daysLeft, deadline }) => {
  if (late) {
    return '✗ Süresi geçti';
  }
  if (daysLeft === 0) {
    return '⚠ Süresi bugün doluyor';
  }
  return (daysLeft <= 1 ? '⚠ ' : '✓ ') + daysLeft + ' ' + DAYS[deadline.unit] + ' kaldı';
};

const openRecourse = (file) => file.recourses.find(({ answeredAt }) => !answeredAt);

const badge = (form, file) => {
  const recourse = form.querySelector('.muracaat-goster') && openRecourse(file);
  const urgency = file.late ? 'gecikti' : file.daysLeft <= 1 ? 'yakin' : 'var';
  return element('span', {
    role: 'status',
    className: 'rozet ' + (recourse ? 'var' : urgency),
    textContent: recourse ? 'Müracaatın son cevap tarihi: ' + day(recourse.lastDay) : limitText(file)
  });
};

const limit = ({ lastDay, limit: count, unit, basis }, withBasis) =>
  day(lastDay) + ' (' + count + ' ' + DAYS[unit] + (withBasis ? ', ' + basis : '') + ')';

const paper = ({ paperNumber, paperDate }) =>
  paperNumber && (paperDate ? day(paperDate) + ' tarihli ve ' : '') + paperNumber + ' sayılı';

/** Name and value of each line; lines without a value are left out. */
export const facts = (file) => {
  const { applicant } = file;
  return [
    ['Kanal', file.channelLabel + (file.sourceLabel ? ' · ' + file.sourceLabel : '')],
    ['Tür', file.kindLabel],
    ['Durum', file.statusLabel],
    ['Birim', file.unitLabel],
    ['Başvuru tarihi', time(file.receivedAt)],
    ['Son cevap tarihi', limit(file.deadline, false)],
    ['İkinci süre', file.otherDeadline && limit(file.otherDeadline, true)],
    ['Önceki başvuru', file.previousNumber],
    ['Ana başvuru', file.mainNumber],
    ['Birleştirilenler', file.joinedNumbers.join(', ')],
    ...(applicant
      ? [
          ['Başvuru sahibi', applicant.name],
          ['T.C. kimlik no', applicant.nationalId],
          ['Telefon', applicant.phone],
          ['E-posta', applicant.email],
          ['Adres', applicant.address]
        ]
      : [['Başvuru sahibi', 'Bu görevde gösterilmez']]),
    ['Cevabın istenen yolu', file.answerByLabel],
    ['Gelen evrak', paper(file)]
  ].filter(([, value]) => value);
};

/** Contact data in the citizen's words are hidden from units; one press shows them, and is logged. */
const revealContacts = (box, number) => {
  const reveal = button(
    'İletişim bilgilerini göster (kaydedilir)',
    async () => {
      const { ok, body } = await request(application(number, '/dosya?contacts=true'));
      if (!ok) {
        reveal.textContent = 'Gösterilemedi, yeniden deneyin';
        return;
      }
      const heading = element('h3', { textContent: body.subject, tabIndex: -1 });
      box.replaceChildren(heading, ...longText(body.text));
      heading.focus();
    },
    { className: 'btn btn-default' }
  );
  return reveal;
};

const words = (file) => {
  const box = element('div', {}, element('h3', { textContent: file.subject }), ...longText(file.text));
  if (file.contactsHidden) {
    box.append(
      paragraph('Metindeki telefon, e-posta ve kimlik numaraları gizlendi.'),
      revealContacts(box, file.number)
    );
  }
  return box;
};

const linkToFile = (file) =>
  file.steps.length
    ? element('a', {
        className: 'dosya-bagi',
        href: '/dosya/' + encodeURIComponent(file.number),
        target: '_blank',
        rel: 'noopener',
        textContent:
          'Dosyayı aç (süre uzatma, ücret, vazgeçme gibi ' + file.steps.length + ' işlem yapılabilir)'
      })
    : null;

/** What other bodies were asked; waiting for it moves no limit. */
const opinions = (file) => [
  ...file.opinions.flatMap(({ kindLabel, body, state, dueOn, overdue, answer }) => [
    paragraph(
      (overdue ? '⚠ ' : '') + kindLabel + ' istendi: ' + body + ' · ' + state + ' · son cevap tarihi ' + day(dueOn),
      overdue ? 'uyari' : 'kademe'
    ),
    ...(answer ? longText(answer) : [])
  ]),
  file.extensionProposed
    ? paragraph(
        '⚠ Beklenen cevap, son cevap tarihinden önce gelmeyebilir. Cevap süresini bu tarihten önce uzatın.',
        'uyari'
      )
    : null
];

/** The office's own words; citizens never see them. */
const notes = (file) =>
  file.notes.length
    ? element(
        'details',
        { open: true },
        element('summary', { textContent: 'İç notlar (' + file.notes.length + ')' }),
        ...file.notes.flatMap(({ at, who, text }) => [paragraph(time(at) + ' — ' + who, 'kademe'), ...longText(text)])
      )
    : null;

const history = (file) =>
  element(
    'details',
    {},
    element('summary', { textContent: 'Geçmiş (' + file.history.length + ')' }),
    element(
      'ol',
      { className: 'gecmis' },
      ...file.history.map(({ at, actionLabel, who, summary }) =>
        element(
          'li',
          {},
          element('time', { textContent: time(at) }),
          element('span', { textContent: ' ' + actionLabel + ' — ' + who }),
          summary ? element('div', { textContent: summary }) : null
        )
      )
    )
  );

export const showSummary = (form, file) => {
  const heading = element(
    'h2',
    {},
    file.number + ' · ' + (file.topicLabel || file.kindLabel),
    badge(form, file)
  );
  const parts = [
    heading,
    file.mayWork === false
      ? paragraph('Bu görev size veya grubunuza verilmediğinden yalnızca okuyabilirsiniz.', 'kademe')
      : null,
    element(
      'dl',
      { className: 'bilgiler' },
      ...facts(file).map(([name, value]) =>
        element('div', {}, element('dt', { textContent: name }), element('dd', { textContent: value }))
      )
    ),
    file.unidentifiedTip
      ? paragraph(
          '⚠ İhbarda kimlik ve adres yok. Memurlar hakkındaki ihbar, iddiayı ortaya koyan belge de yoksa işleme konulamaz (4483 sayılı Kanun’un 4’üncü maddesi).',
          'uyari'
        )
      : null,
    file.foreignersNote ? paragraph('⚠ ' + file.foreignersNote, 'uyari') : null,
    ...(file.warnings ?? []).map((warning) => paragraph('⚠ ' + warning, 'uyari')),
    words(file),
    file.place ? element('p', {}, 'Konum (enlem, boylam): ' + file.place + ' ', mapLink(file.place)) : null,
    linkToFile(file),
    ...opinions(file),
    notes(file),
    history(file)
  ];
  form.querySelector('.basvuru-ozeti').replaceChildren(...parts.filter(Boolean));
};

/** The prepared answer, where the form is to judge it. */
export const showAnswer = (form, { answer }) => {
  const box = form.querySelector('.cevap-goster');
  if (!box || !answer) {
    return;
  }
  box.append(
    element('h3', { textContent: 'Cevap: ' + answer.outcomeLabel }),
    ...(answer.groundLabel
      ? [
          paragraph('Dayanak: 4982 sayılı Kanun ' + answer.groundLabel),
          ...answer.groundFacts.map((fact) => paragraph(fact.label + ': ' + fact.words))
        ]
      : []),
    ...longText(answer.text)
  );
};

export const showRecourse = (form, file) => {
  const box = form.querySelector('.muracaat-goster');
  const open = openRecourse(file);
  if (!box || !open) {
    return;
  }
  box.append(
    element('h3', { textContent: open.placeLabel + ': ' + open.groundLabel }),
    ...longText(open.text),
    paragraph('Son cevap tarihi: ' + day(open.lastDay))
  );
  form.querySelector('[data-muracaat-cevabi]').value = open.answer ?? '';
};
