import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { showErrors } from '/js/task-form/errors.js';
import { offerStep, stepOf } from '/js/task-form/step.js';
import { missing } from '/js/task-form/submission.js';

const FORMS = new URL('../../../forms/', import.meta.url);
const FILE = { number: '2026-000123', mayWork: true };

let form;
let status;
let body;
let requests;
let left;
let draft;

const opens = async (name) => {
  document.body.innerHTML = await readFile(new URL(name + '.html', FORMS), 'utf8');
  form = document.querySelector('form');
};

const offers = (file = FILE) =>
  offerStep(form, file, draft, { missing, showErrors, onDone: () => left.push('forgotten'), leaveTask: (text) => left.push(text) });

const presses = async () => {
  form.querySelector('.adim-dugmesi button').click();
  for (let turn = 0; turn < 20; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
};

beforeEach(() => {
  requests = [];
  left = [];
  status = 200;
  body = {};
  draft = null;
  mock.method(globalThis, 'fetch', async (address, { method, body: sent }) => {
    requests.push({ address, method, body: JSON.parse(sent) });
    return new Response(JSON.stringify(body), { status });
  });
});

afterEach(() => mock.restoreAll());

test('a step names itself, its decision and what belongs to it alone', async () => {
  await opens('yonetici-mudahalesi');
  form.querySelector('#birim').innerHTML += '<option value="fen-isleri" selected>Fen İşleri</option>';
  form.querySelector('#birim').value = 'fen-isleri';
  form.querySelector('#gerekce').value = ' Gecikti. ';
  form.querySelector('[data-yalniz]').hidden = true;
  form.querySelector('[value="UYAR"]').click();

  assert.deepEqual(stepOf(form, null), {
    step: 'Yonetici_Mudahalesi',
    decision: 'UYAR',
    unit: null,
    topic: null,
    reason: 'Gecikti.',
    target: null,
    answer: null,
    ifMatch: null
  });
  form.querySelector('[data-yalniz]').hidden = false;
  form.querySelector('[value="SEVK"]').click();
  assert.equal(stepOf(form, null).unit, 'fen-isleri');
});

test('the answer goes along where it is decided upon, with the version that was seen', async () => {
  await opens('cevap-hazirlama');
  draft = { body: () => ({ outcome: 'OLUMLU', text: 'Oldu.', ground: null }), seen: () => '4' };
  form.querySelector('[value="IADE"]').click();
  assert.deepEqual([stepOf(form, draft).answer, stepOf(form, draft).ifMatch], [null, null]);
  form.querySelector('[value="CEVAP"]').click();
  assert.equal(stepOf(form, draft).answer.text, 'Oldu.');
  assert.equal(stepOf(form, draft).ifMatch, '4');
});

test('each form that has a step in the API names it', async () => {
  const names = ['on-inceleme', 'birime-sevk', 'cevap-hazirlama', 'cevap-onayi', 'yonetici-mudahalesi', 'sube-muduru-mudahalesi'];
  const steps = [];
  for (const name of names) {
    await opens(name);
    steps.push(form.dataset.adim);
  }
  const models = await readFile(new URL('../bpmn/cimer.bpmn', FORMS), 'utf8');
  const escalation = await readFile(new URL('../bpmn/gecikme-yukseltme.bpmn', FORMS), 'utf8');
  steps.forEach((step) => assert.ok((models + escalation).includes(`id="${step}"`), step));
});

test('one press takes and completes, and leaves the task', async () => {
  await opens('cevap-onayi');
  offers();
  await presses();
  assert.equal(requests.length, 0);
  assert.equal(form.querySelector('.basvuru-hata li').textContent, 'Bir karar seçin.');

  form.querySelector('[value="ONAY"]').click();
  await presses();
  assert.equal(requests[0].address, '/api/v1/basvurular/2026-000123/adim');
  assert.equal(requests[0].method, 'POST');
  assert.deepEqual(left, ['forgotten', '2026-000123: görev tamamlandı.']);
});

test('what is refused stands at its field, and what was typed stays', async () => {
  await opens('cevap-hazirlama');
  let asked = 0;
  draft = {
    body: () => ({}),
    seen: () => '1',
    settled: async () => [],
    changed: () => {},
    conflict: async () => asked++
  };
  offers();
  form.querySelector('#sonuc').innerHTML += '<option value="OLUMLU">Olumlu</option>';
  form.querySelector('#sonuc').value = 'OLUMLU';
  form.querySelector('#metin').value = 'Metin';
  form.querySelector('[value="CEVAP"]').click();
  for (const [field, selector] of [
    ['answer.text', '#metin'],
    ['answer.outcome', '#sonuc'],
    ['answer.ground', '#dayanak'],
    ['reason', '#gerekce'],
    ['decision', '[value="CEVAP"]']
  ]) {
    status = 422;
    body = { errors: [{ field, message: 'Düzeltin.' }] };
    await presses();
    assert.equal(form.querySelectorAll('[aria-invalid]').length, 1, field);
    assert.ok(form.querySelector('[aria-invalid]').matches(selector + ', [name="birimKarari"]'), field);
  }
  status = 409;
  body = { detail: 'Bu adım açık değil.', code: 'ADIM_ACIK_DEGIL' };
  await presses();
  assert.equal(form.querySelector('.basvuru-hata').textContent, 'Bu adım açık değil.');
  assert.equal(asked, 1);
  assert.equal(form.querySelector('#metin').value, 'Metin');
  assert.equal(form.querySelector('.adim-dugmesi button').disabled, false);
  assert.deepEqual(left, []);
});

test('a step that the API does not know is saved, claimed and completed in turn', async () => {
  await opens('muracaat');
  offerStep(form, FILE, null, {
    task: 'gorev-1',
    missing,
    showErrors,
    onDone: () => left.push('forgotten'),
    leaveTask: (text) => left.push(text),
    user: () => 'halkla'
  });
  form.querySelector('[data-muracaat-cevabi]').value = 'Haklısınız.';
  form.querySelector('[value="KABUL"]').click();
  await presses();

  assert.deepEqual(
    requests.map(({ address, method, body: sent }) => [method, address.split('/').at(-1), sent]),
    [
      ['PUT', 'muracaat', { text: 'Haklısınız.' }],
      ['POST', 'claim', { userId: 'halkla' }],
      ['POST', 'submit-form', { variables: { muracaatSonucu: { value: 'KABUL', type: 'String' } } }]
    ]
  );
  assert.equal(left.length, 2);
});

test('there is no button for who may not work on the task', async () => {
  await opens('cevap-onayi');
  offers({ ...FILE, mayWork: false });
  offers({ ...FILE, mayWork: null });
  assert.equal(form.querySelector('.adim-dugmesi'), null);
});
