// In the bar on top: the ways to our own pages for lists and for many tasks at once.
import { element } from '/js/lib/dom.js';

const WAYS = [
  ['/siradaki-gorev', 'Sıradaki görev'],
  ['/basvurular', 'Başvurular'],
  ['/toplu-islem', 'Toplu işlem']
];

export default {
  id: 'muhatap.yollar',
  pluginPoint: 'tasklist.navbar.action',
  priority: 200,

  render: (node) => {
    node.classList.add('muhatap-yollar');
    node.replaceChildren(...WAYS.map(([href, textContent]) => element('a', { href, textContent })));
  }
};
