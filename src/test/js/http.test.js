import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { application, cookie, getJson, problems, problemText, request } from '/js/lib/http.js';

afterEach(() => mock.restoreAll());

const answers = (status, body, headers = {}) =>
  mock.method(globalThis, 'fetch', async () => new Response(JSON.stringify(body), { status, headers }));

const sent = (fetched) => fetched.mock.calls[0].arguments[1];

test('a cookie is found by its whole name and decoded', () => {
  assert.equal(cookie('MUHATAP-CSRF', 'XSRF=1; MUHATAP-CSRF-OLD=2; MUHATAP-CSRF=a%2Bb=='), 'a+b==');
  assert.equal(cookie('CSRF', 'MUHATAP-CSRF=1'), '');
  assert.equal(cookie('A', ''), '');
});

test('what changes something carries the token, what reads does not', async () => {
  document.cookie = 'MUHATAP-CSRF=belirtec';
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const fetched = answers(200, {});
    await request('/a', { method });
    assert.equal(sent(fetched).headers['X-MUHATAP-CSRF'], 'belirtec');
    mock.restoreAll();
  }
  const fetched = answers(200, {});
  await request('/a');
  assert.equal('X-MUHATAP-CSRF' in sent(fetched).headers, false);
});

test('a body is JSON, a form of files goes as it is', async () => {
  const fetched = answers(200, {});
  await request('/a', { method: 'PUT', body: { text: 'ğü' }, headers: { 'If-Match': '"3"' } });
  assert.equal(sent(fetched).body, '{"text":"ğü"}');
  assert.equal(sent(fetched).headers['Content-Type'], 'application/json');
  assert.equal(sent(fetched).headers['If-Match'], '"3"');
  mock.restoreAll();

  const upload = answers(200, {});
  const body = new FormData();
  await request('/a', { method: 'POST', body });
  assert.equal(sent(upload).body, body);
  assert.equal('Content-Type' in sent(upload).headers, false);
});

test('a request outlives its page, unless it is too long for that', async () => {
  const fetched = answers(200, {});
  await request('/a', { method: 'PUT', body: { text: 'ş'.repeat(20_000) }, keepalive: true });
  await request('/a', { method: 'PUT', body: { text: 'ş'.repeat(40_000) }, keepalive: true });
  await request('/a', { method: 'PUT', body: {} });

  assert.deepEqual(
    fetched.mock.calls.map(({ arguments: [, { keepalive }] }) => keepalive),
    [true, false, false]
  );
});

test('an answer has its status, its body and its tag without quotes', async () => {
  answers(200, { a: 1 }, { ETag: '"7"' });
  assert.deepEqual(await request('/a'), { ok: true, status: 200, body: { a: 1 }, tag: '7' });
});

test('a server that is away or speaks no JSON throws nothing', async () => {
  mock.method(globalThis, 'fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  assert.deepEqual(await request('/a'), { ok: false, status: 0, body: null, tag: '' });
  mock.restoreAll();
  mock.method(globalThis, 'fetch', async () => new Response('<html>', { status: 502 }));
  assert.equal((await request('/a')).body, null);
});

test('each failure has its sentence', () => {
  const cases = [
    [{ status: 0, body: null }, 'Sunucuya ulaşılamıyor. Bağlantınızı kontrol edin.'],
    [{ status: 401, body: { detail: 'x' } }, /^Oturumunuz sona erdi/],
    [{ status: 409, body: { detail: 'Başka bir kullanıcı değiştirdi.' } }, 'Başka bir kullanıcı değiştirdi.'],
    [{ status: 422, body: { detail: 'x', errors: [{ field: 'a', message: 'A.' }, { field: 'b', message: 'B.' }] } }, 'A. B.'],
    [{ status: 422, body: { detail: 'Olmaz.', errors: [] } }, 'Olmaz.'],
    [{ status: 500, body: null }, 'Kaydedilemedi.']
  ];
  cases.forEach(([answer, expected]) =>
    typeof expected === 'string'
      ? assert.equal(problemText(answer), expected)
      : assert.match(problemText(answer), expected)
  );
  assert.deepEqual(problems(cases[3][0])[1], { field: 'b', text: 'B.' });
});

test('what cannot be read fails with a sentence', async () => {
  answers(403, { detail: 'Yetkiniz yok.' });
  await assert.rejects(getJson('/a'), { message: 'Yetkiniz yok.' });
  mock.restoreAll();
  answers(500, null);
  await assert.rejects(getJson('/a'), { message: 'Bilgi alınamadı (500).' });
});

test('a number cannot leave its place in an address', () => {
  assert.equal(application('2026-000123', '/dosya'), '/api/v1/basvurular/2026-000123/dosya');
  assert.equal(application('../x?y'), '/api/v1/basvurular/..%2Fx%3Fy');
});
