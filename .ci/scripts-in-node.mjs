// Lets Node run the scripts of the pages, for their tests: a document, and their addresses on the server as files.
import { register } from 'node:module';
import { Window } from 'happy-dom';

register('./script-addresses.mjs', import.meta.url);

const window = new Window({ url: 'http://localhost/' });
const names = 'window document Node NodeFilter MutationObserver Event CustomEvent FormData sessionStorage'.split(' ');
names.forEach((name) => Object.defineProperty(globalThis, name, { value: window[name] ?? window, configurable: true }));
