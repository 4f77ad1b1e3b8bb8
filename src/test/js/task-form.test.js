import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { day, time } from '/js/lib/dates.js';
import { decision, followDecision, target } from '/js/task-form/choices.js';
import { answerDraft } from '/js/task-form/draft.js';
import { showErrors } from '/js/task-form/errors.js';
import { fillGap, gapsOf } from '/js/task-form/gaps.js';
import { keptInput } from '/js/task-form/kept-input.js';
import { offerStep } from '/js/task-form/step.js';
import { missing, saveAll, saveBeforeSubmit, variables } from '/js/task-form/submission.js';
import { facts, limitText, longText, mapLink } from '/js/task-form/summary.js';

const FORMS = new URL('../../../forms/', import.meta.url);

/** What each request is answered with, in turn; the last one again and again. */
let answers;
let requests;
let form;

const opens = async (name) => {
  document.body.innerHTML = await readFile(new URL(name + '.html', FORMS), 'utf8');
  form = document.querySelector('form');
  return form;
};

const chooses = (value) => {
  form.querySelector(`input[value="${value}"]`).click();
};

const types = (selector, value) => {
  const field = form.querySelector(selector);
  field.value = value;
  field.dispatchEvent(new Event('input'));
};

/** Lets everything happen that waits for no time. */
const settled = async () => {
  for (let turn = 0; turn < 20; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
};

const texts = (problems) => problems.map(({ text }) => text);

const file = (given = {}) => ({
  number: '2026-000123',
  answer: null,
  reason: null,
  options: {
    outcomes: [
      { code: 'OLUMLU', label: 'Olumlu' },
      { code: 'OLUMSUZ', label: 'Olumsuz' }
    ],
    grounds: [
      {
        code: '8',
        label: 'md. 8',
        fields: [{ field: 'publishedIn', label: 'Nerede', type: 'TEXT' }]
      }
    ]
  },
  ...given
});

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  sessionStorage.clear();
  requests = [];
  answers = [[200, {}, '1']];
  mock.method(globalThis, 'fetch', async (address, { method, body, headers, keepalive }) => {
    // Templates are asked for by the way
    if (address.endsWith('/sablonlar')) {
      return new Response('[]');
    }
    requests.push({ address, method, body: body && JSON.parse(body), ifMatch: headers['If-Match'], keepalive });
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === null) {
      throw new TypeError('The server is away');
    }
    const [status, given, tag] = answer;
    return new Response(JSON.stringify(given), { status, headers: tag ? { ETag: `"${tag}"` } : {} });
  });
});

afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

test('dates read as people write them', () => {
  assert.equal(day('2026-06-01'), '01.06.2026');
  assert.equal(time('2026-06-01T14:05:59+03:00'), '01.06.2026 14:05');
});

test('what is left of the limit has a word and a sign', () => {
  const deadline = { unit: 'IS_GUNU' };
  assert.equal(limitText({ late: true, daysLeft: -3, deadline }), '✗ Süresi geçti');
  assert.equal(limitText({ late: false, daysLeft: 0, deadline }), '⚠ Süresi bugün doluyor');
  assert.equal(limitText({ late: false, daysLeft: 1, deadline }), '⚠ 1 iş günü kaldı');
  assert.equal(limitText({ late: false, daysLeft: 2, deadline: { unit: 'GUN' } }), '✓ 2 gün kaldı');
});

test('a long text is folded, a short one is not', () => {
  assert.equal(longText('a'.repeat(1500)).length, 1);
  const [beginning, rest] = longText('a'.repeat(1501));
  assert.equal(beginning.textContent, 'a'.repeat(600) + '…');
  assert.equal(rest.querySelector('p').textContent, 'a'.repeat(1501));
});

test('a place leads to the map application of a phone', () => {
  assert.equal(mapLink('38.720500, 35.482600').href, 'geo:38.720500,35.482600?q=38.720500,35.482600');
});

test('facts without a value have no line', () => {
  const names = facts({
    channelLabel: 'CİMER',
    receivedAt: '2026-06-01T10:00:00+03:00',
    deadline: { lastDay: '2026-06-16', limit: 15, unit: 'IS_GUNU' },
    joinedNumbers: [],
    applicant: null
  }).map(([name]) => name);

  assert.deepEqual(names, ['Kanal', 'Başvuru tarihi', 'Son cevap tarihi', 'Başvuru sahibi']);
});

test('gaps of a text are found once each and filled as they are written', () => {
  assert.deepEqual(gapsOf('{tarih?} ile {neden?}, {tarih?} {yok} {?}'), ['tarih', 'neden']);
  assert.equal(fillGap('{neden?} ve {neden?}', 'neden', '$& {tarih?}'), '$& {tarih?} ve $& {tarih?}');
});

test('the forms ask for their script in one way, by the address that all versions have', async () => {
  const { readdir } = await import('node:fs/promises');
  const scripts = await Promise.all(
    (await readdir(FORMS)).map(async (name) => (await readFile(new URL(name, FORMS), 'utf8')).match(/<script[^>]*>([^]*)<\/script>/)[1])
  );

  assert.equal(scripts.length, 9);
  assert.equal(new Set(scripts).size, 1);
  assert.match(scripts[0], /import\('\/js\/basvuru-formu\.js'\)/);
  assert.equal(typeof (await import('/js/basvuru-formu.js')).baslat, 'function');
});

test('only the fields of the chosen decision are asked for and sent', async () => {
  await opens('yonetici-mudahalesi');
  followDecision(form);
  assert.deepEqual(texts(missing(form)), ['Bir karar seçin.']);

  chooses('UYAR');
  assert.deepEqual(missing(form), []);
  assert.deepEqual(variables(form), { mudahale: 'UYAR' });

  chooses('SEVK');
  assert.deepEqual(texts(missing(form)), ['Birim seçin.']);
  assert.equal(decision(form), 'SEVK');
});

test('the answer is asked for where it is decided, not where the task is sent back', async () => {
  await opens('cevap-hazirlama');
  chooses('IADE');
  assert.deepEqual(missing(form), []);
  chooses('CEVAP');
  assert.deepEqual(texts(missing(form)), ['Cevabın sonucunu seçin.', 'Cevap metnini yazın.']);
});

test('the target is that of the decision, trimmed', async () => {
  await opens('on-inceleme');
  form.querySelector('[data-kararlar]').innerHTML =
    '<input type="radio" name="onInceleme" value="KABUL"><input type="radio" name="onInceleme" value="MUKERRER">';
  form.querySelector('#ana').value = ' 2026-000001 ';
  form.querySelector('#kurum').value = 'Valilik';
  chooses('MUKERRER');
  assert.equal(target(form), '2026-000001');
  chooses('KABUL');
  assert.equal(target(form), null);
});

test('a draft is saved a moment after the last key, once, upon the version that was seen', async () => {
  await opens('cevap-hazirlama');
  answerDraft(form, file(), () => {});
  types('#sonuc', 'OLUMLU');
  types('#metin', 'Çuk');
  mock.timers.tick(1000);
  types('#metin', 'Çukur kapatıldı.');
  mock.timers.tick(1499);
  await settled();
  assert.equal(requests.length, 0);

  mock.timers.tick(1);
  await settled();
  assert.deepEqual(requests, [
    {
      address: '/api/v1/basvurular/2026-000123/cevap',
      method: 'PUT',
      body: { outcome: 'OLUMLU', text: 'Çukur kapatıldı.', ground: null },
      ifMatch: '"yok"',
      keepalive: true
    }
  ]);
  assert.match(form.querySelector('.taslak-durumu').textContent, /^Taslak kaydedildi/);

  types('#metin', 'Çukur kapatıldı. Teşekkürler.');
  mock.timers.tick(1500);
  await settled();
  assert.equal(requests[1].ifMatch, '"1"');
});

test('what was typed a moment ago is saved when the page is left', async () => {
  await opens('cevap-hazirlama');
  answerDraft(form, file(), () => {});
  types('#sonuc', 'OLUMLU');
  types('#metin', 'Yarım');
  window.dispatchEvent(new Event('pagehide'));
  await settled();

  assert.equal(requests.length, 1);
  assert.equal(requests[0].keepalive, true);
  window.dispatchEvent(new Event('pagehide'));
  await settled();
  assert.equal(requests.length, 1);
});

test('requests for a draft never overtake each other', async () => {
  await opens('cevap-hazirlama');
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const { fetch: first } = globalThis;
  let sent = 0;
  mock.method(globalThis, 'fetch', async (...given) => {
    if (given[0].endsWith('/cevap') && sent++ === 0) {
      await held;
    }
    return first(...given);
  });
  const draft = answerDraft(form, file(), () => {});
  types('#sonuc', 'OLUMLU');
  types('#metin', 'Bir');
  mock.timers.tick(1500);
  await settled();
  form.querySelector('#metin').value = 'İki';
  const saved = draft.save();
  await settled();
  assert.equal(sent, 1);

  release();
  assert.deepEqual(await saved, []);
  assert.deepEqual(
    requests.map(({ body, ifMatch }) => [body.text, ifMatch]),
    [
      ['Bir', '"yok"'],
      ['İki', '"1"']
    ]
  );
});

test('an article without its facts is left out while somebody types, and sent at the end', async () => {
  await opens('cevap-hazirlama');
  const draft = answerDraft(form, file(), () => {});
  types('#metin', 'Ret.');
  types('#sonuc', 'OLUMSUZ');
  types('#dayanak', '8');
  assert.equal(form.querySelector('[data-dayanak]').hidden, false);
  assert.equal(form.querySelectorAll('[data-bilgi]').length, 1);
  mock.timers.tick(1500);
  await settled();
  assert.deepEqual(requests[0].body, { outcome: 'OLUMSUZ', text: 'Ret.', ground: null });

  await draft.save();
  assert.deepEqual(requests[1].body, { outcome: 'OLUMSUZ', text: 'Ret.', ground: '8', publishedIn: null });
  types('#sonuc', 'OLUMLU');
  assert.equal(draft.body().ground, null);
});

test('separated secret parts are told with the outcomes that give something', async () => {
  await opens('cevap-hazirlama');
  const draft = answerDraft(form, file(), () => {});
  types('#sonuc', 'OLUMLU');
  form.querySelector('#ayirma').click();
  assert.equal(draft.body().secretPartsRemoved, true);
  types('#sonuc', 'OLUMSUZ');
  assert.equal('secretPartsRemoved' in draft.body(), false);
  assert.equal(form.querySelector('[data-ayirma]').hidden, true);
});

test('who meets a text of somebody else decides which one stays', async () => {
  const theirs = { outcome: 'OLUMLU', outcomeLabel: 'Olumlu', text: 'Onun metni', ground: null, groundFacts: [], tag: '9' };
  for (const [word, text] of [
    ['Kendi metnimi kaydet', 'Benim metnim'],
    ['Diğer metni kullan', 'Onun metni']
  ]) {
    await opens('cevap-hazirlama');
    requests = [];
    const draft = answerDraft(form, file(), () => {});
    answers = [
      [409, { detail: 'Arada değişti.' }],
      [200, { answer: theirs }],
      [200, {}, '10']
    ];
    types('#sonuc', 'OLUMLU');
    types('#metin', 'Benim metnim');
    mock.timers.tick(1500);
    await settled();
    assert.equal(form.querySelector('#metin').value, 'Benim metnim');
    assert.match(form.querySelector('.cakisma').textContent, /Onun metni/);

    [...form.querySelectorAll('.cakisma button')].find(({ textContent }) => textContent === word).click();
    await settled();
    assert.equal(form.querySelector('.cakisma'), null);
    assert.equal(form.querySelector('#metin').value, text);
    assert.equal(draft.isClean(), true);
    const last = requests.at(-1);
    assert.equal(last.method === 'PUT' && requests.length > 2, text === 'Benim metnim');
    assert.equal(draft.seen(), text === 'Benim metnim' ? '10' : '9');
  }
});

test('an own draft whose answer was lost on the way is no conflict', async () => {
  await opens('cevap-hazirlama');
  const draft = answerDraft(form, file(), () => {});
  answers = [
    [409, {}],
    [200, { answer: { outcome: 'OLUMLU', text: 'Aynı', ground: null, tag: '5' } }]
  ];
  types('#sonuc', 'OLUMLU');
  types('#metin', 'Aynı');
  await draft.save();

  assert.equal(form.querySelector('.cakisma'), null);
  assert.equal(draft.seen(), '5');
  assert.equal(draft.isClean(), true);
});

test('a form without an answer has no draft', async () => {
  await opens('birime-sevk');
  assert.equal(answerDraft(form, file(), () => {}), null);
});

test('what is refused beside the decision stands at its field', async () => {
  await opens('on-inceleme');
  form.querySelector('[data-kararlar]').innerHTML = '<input type="radio" name="onInceleme" value="YETKISIZ">';
  followDecision(form);
  chooses('YETKISIZ');
  answers = [
    [422, { errors: [{ field: 'text', message: 'Gerekçe yazın.' }, { field: 'target', message: 'Kurum yazın.' }] }]
  ];

  const found = await saveAll(form, file(), null);
  showErrors(form, found);

  assert.deepEqual(texts(found), ['Gerekçe yazın.', 'Kurum yazın.']);
  assert.equal(form.querySelector('#gerekce').getAttribute('aria-invalid'), 'true');
  assert.equal(form.querySelector('#kurum').previousElementSibling.textContent, 'Kurum yazın.');
  assert.equal(form.querySelector('#ana').hasAttribute('aria-invalid'), false);
  assert.equal(form.querySelectorAll('.basvuru-hata li').length, 2);
  showErrors(form, []);
  assert.equal(form.querySelector('.basvuru-hata').hidden, true);
  assert.equal(form.querySelectorAll('.alan-hatasi, [aria-invalid]').length, 0);
});

test('a session that ended is said with the way to the sign-in', async () => {
  await opens('cevap-onayi');
  chooses('ONAY');
  answers = [[401, {}]];
  showErrors(form, await saveAll(form, file(), null));

  assert.equal(form.querySelector('.basvuru-hata a[href="/giris"]').target, '_blank');
});

test('a recourse’s answer is saved, and missed where it is empty', async () => {
  await opens('muracaat');
  chooses('KABUL');
  assert.deepEqual(texts(missing(form)), ['Müracaatın cevabını yazın.']);
  types('[data-muracaat-cevabi]', ' Haklısınız. ');
  await saveAll(form, file(), null);

  assert.deepEqual(
    requests.map(({ address, body }) => [address, body]),
    [['/api/v1/basvurular/2026-000123/muracaat', { text: 'Haklısınız.' }]]
  );
});

const camundaForm = () => {
  const created = {};
  return {
    created,
    submitted: 0,
    submit(done) {
      this.submitted++;
      done?.(null);
    },
    variableManager: {
      variables: { birim: {} },
      variableValue(name, value) {
        created[name] = value;
      },
      createVariable({ name, value }) {
        created[name] = value;
      }
    }
  };
};

test('Tasklist submits only after the saving, and not where something is wrong', async () => {
  await opens('birime-sevk');
  const select = form.querySelector('#birim');
  select.innerHTML += '<option value="fen-isleri">Fen İşleri</option>';
  const camForm = camundaForm();
  const shown = [];
  let found = [{ text: 'Olmaz.' }];
  saveBeforeSubmit(
    camForm,
    form,
    async () => found,
    (list) => shown.push(list.length)
  );
  let failure;
  await camForm.submit((error) => (failure = error));
  assert.equal(failure.message, 'camForm submission prevented');
  assert.deepEqual([camForm.submitted, shown], [0, [0, 1]]);

  found = [];
  select.value = 'fen-isleri';
  await camForm.submit((error) => (failure = error));
  assert.equal(failure, null);
  assert.deepEqual([camForm.submitted, camForm.created], [1, { birim: 'fen-isleri' }]);
});

test('what was typed comes back in the same tab, radio buttons too, until the task is done', async () => {
  await opens('cevap-onayi');
  keptInput(form, '2026-000123', 'fen').keep({ seen: '3' });
  assert.equal(keptInput(form, '2026-000123', 'fen').find(), null);
  form.querySelector('#gerekce').value = 'Yarım kalan';
  form.querySelector('input[value="DUZELT"]').checked = true;
  keptInput(form, '2026-000123', 'fen').keep({ seen: '3' });

  await opens('cevap-onayi');
  const kept = keptInput(form, '2026-000123', 'fen');
  assert.equal(keptInput(form, '2026-000124', 'fen').find(), null);
  const before = kept.find();
  kept.restore(before);
  assert.deepEqual(before.along, { seen: '3' });
  assert.equal(form.querySelector('#gerekce').value, 'Yarım kalan');
  assert.equal(decision(form), 'DUZELT');
  kept.forget();
  await opens('cevap-onayi');
  assert.equal(keptInput(form, '2026-000123', 'fen').find(), null);
});

test('what one user typed is neither shown to the next in the same tab nor left there', async () => {
  sessionStorage.setItem('baska', 'kalır');
  for (const [first, next] of [
    ['fen', 'park'],
    ['fen.isleri', 'fen'],
    ['fen', 'fen.isleri'],
    ['a/b', 'a'],
    ['ayşe', 'AYŞE']
  ]) {
    await opens('cevap-onayi');
    const kept = keptInput(form, '2026-000123', first);
    form.querySelector('#gerekce').value = 'Yarım kalan';
    kept.keep({});

    await opens('cevap-onayi');
    assert.equal(keptInput(form, '2026-000123', first).find().values.gerekce, 'Yarım kalan', first);
    assert.equal(keptInput(form, '2026-000123', next).find(), null, next);
    assert.equal(keptInput(form, '2026-000123', first).find(), null, first);
    assert.equal(sessionStorage.length, 1);
  }
});

test('a text typed just before a refused step is saved all the same', async () => {
  for (const status of [422, 403, 409, 0]) {
    await opens('cevap-hazirlama');
    const draft = answerDraft(form, file(), () => {});
    form.querySelector('[value="CEVAP"]').click();
    types('#sonuc', 'OLUMLU');
    types('#metin', 'Son cümle ' + status);
    const never = assert.fail;
    offerStep(form, file({ mayWork: true }), draft, { missing, showErrors, onDone: never, leaveTask: never });
    requests = [];
    const nothing = [200, {}, '1'];
    answers = [status ? [status, {}] : null, ...(status === 409 ? [nothing] : []), nothing];
    form.querySelector('.adim-dugmesi button').click();
    await settled();
    assert.deepEqual(requests.filter(({ method }) => method === 'PUT'), [], String(status));

    mock.timers.tick(1500);
    await settled();
    const [saved] = requests.filter(({ method }) => method === 'PUT');
    assert.equal(saved?.body.text, 'Son cümle ' + status);
    assert.equal(draft.isClean(), true);
  }
});
