// Leads to our sign-in page when the session has ended, and back to the same task or instance afterwards. Left to
// itself an app would show its own sign-in, whose address is closed. The server remembers the page; the part behind #
// never reaches it and is kept here, in this window.
const PLACE = 'muhatap-kalinan-yer';
const APIS = '/camunda/api/';
const SIGN_OUT = /\/auth\/user\/[^/]+\/logout$/;
/** A page that finds no session right after it was loaded is not loaded again and again. */
const AGAIN_AFTER = 10_000;

/** Where an app itself goes when it meets no session: never the place to come back to. */
const OWN_SIGN_IN = /^#\/login/;

let leaving = false;
let place = '';

const remembered = () => {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE)) ?? {};
  } catch {
    return {};
  }
};

const toSignIn = () => {
  const last = remembered().at ?? 0;
  if (leaving || Date.now() - last < AGAIN_AFTER) {
    return;
  }
  leaving = true;
  sessionStorage.setItem(
    PLACE,
    JSON.stringify({ path: window.location.pathname, hash: place, at: Date.now() })
  );
  window.location.reload();
};

const answered = (address, status) => {
  const { origin, pathname } = new URL(address || '', window.location.href);
  if (origin !== window.location.origin || !pathname.startsWith(APIS)) {
    return;
  }
  if (SIGN_OUT.test(pathname) && status < 300) {
    leaving = true;
    window.location.assign('/');
  } else if (status === 401) {
    toSignIn();
  }
};

const send = XMLHttpRequest.prototype.send;
XMLHttpRequest.prototype.send = function (...given) {
  // Before the answer: by then the app may be on its way to its own sign-in
  if (!OWN_SIGN_IN.test(window.location.hash)) {
    place = window.location.hash;
  }
  this.addEventListener('load', () => answered(this.responseURL, this.status));
  return send.apply(this, given);
};

const ask = window.fetch;
window.fetch = async (...given) => {
  const answer = await ask(...given);
  answered(answer.url, answer.status);
  return answer;
};

const before = remembered();
const comesBack = before.path === window.location.pathname && before.hash;
if (comesBack) {
  sessionStorage.setItem(PLACE, JSON.stringify({ at: before.at }));
}
if (OWN_SIGN_IN.test(window.location.hash) || (comesBack && window.location.hash.length <= 2)) {
  window.history.replaceState(window.history.state, '', comesBack ? before.hash : '#/');
}
