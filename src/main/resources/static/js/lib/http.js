// How our scripts speak with the server: JSON, the token against forged requests, one word for each failure.

const TOKEN_COOKIE = 'MUHATAP-CSRF';
const TOKEN_HEADER = 'X-MUHATAP-CSRF';

/** Browsers refuse requests that outlive their page from 64 KiB on. */
const LONGEST_KEPT_ALIVE = 60_000;

export const UNREACHABLE = 'Sunucuya ulaşılamıyor. Bağlantınızı kontrol edin.';
export const SESSION_ENDED =
  'Oturumunuz sona erdi. Yazdıklarınız bu sekmede duruyor. Yeniden giriş yapıp sürdürün.';

/** The value of a cookie, empty where there is none. */
export const cookie = (name, cookies = document.cookie) => {
  const found = cookies.split('; ').find((each) => each.startsWith(name + '='));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
};

/** @param keepalive whether the request is to arrive even where the page is left meanwhile */
const init = ({ method, body, headers, keepalive }) => {
  const made = { method, headers: { Accept: 'application/json', ...headers } };
  if (method !== 'GET') {
    made.headers[TOKEN_HEADER] = cookie(TOKEN_COOKIE);
  }
  if (body instanceof FormData) {
    made.body = body;
  } else if (body !== undefined) {
    made.body = JSON.stringify(body);
    made.headers['Content-Type'] = 'application/json';
    made.keepalive = keepalive && new Blob([made.body]).size <= LONGEST_KEPT_ALIVE;
  }
  return made;
};

/**
 * Sends a request and never throws: status 0 stands for a server that cannot be reached.
 *
 * @returns {Promise<{ok: boolean, status: number, body: any, tag: string}>} body null where it is no JSON
 */
export const request = async (address, { method = 'GET', body, headers = {}, keepalive = false } = {}) => {
  try {
    const response = await fetch(address, init({ method, body, headers, keepalive }));
    return {
      ok: response.ok,
      status: response.status,
      body: await response.json().catch(() => null),
      tag: (response.headers.get('ETag') ?? '').replaceAll('"', '')
    };
  } catch {
    return { ok: false, status: 0, body: null, tag: '' };
  }
};

/** What was refused, as sentences with the server's field where there is one. */
export const problems = ({ status, body }) => {
  if (status === 0) {
    return [{ text: UNREACHABLE }];
  }
  if (status === 401) {
    return [{ text: SESSION_ENDED }];
  }
  if (body?.errors?.length) {
    return body.errors.map(({ field, message }) => ({ field, text: message }));
  }
  return [{ text: body?.detail ?? 'Kaydedilemedi.' }];
};

/** The same as one line. */
export const problemText = (answer) =>
  problems(answer)
    .map(({ text }) => text)
    .join(' ');

/** JSON of an address; fails with a sentence for people. */
export const getJson = async (address) => {
  const answer = await request(address);
  if (!answer.ok) {
    throw new Error(
      answer.body?.detail ?? (answer.status === 0 ? UNREACHABLE : 'Bilgi alınamadı (' + answer.status + ').')
    );
  }
  return answer.body;
};

/** Address of an application in the API, with what follows it. */
export const application = (number, rest = '') => '/api/v1/basvurular/' + encodeURIComponent(number) + rest;
