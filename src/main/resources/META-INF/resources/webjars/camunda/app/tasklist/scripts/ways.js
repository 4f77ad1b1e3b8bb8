// In the bar on top: the way to many tasks at once, a page of our own.
import { element } from '/js/lib/dom.js';

export default {
  id: 'muhatap.toplu',
  pluginPoint: 'tasklist.navbar.action',
  priority: 200,

  render: (node) => {
    node.replaceChildren(element('a', { href: '/toplu-islem', textContent: 'Toplu işlem' }));
  }
};
