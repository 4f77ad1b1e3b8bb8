// In Cockpit's navigation: the way to the list of all applications, and from it to their files.
import { element } from '/js/lib/dom.js';

export default {
  id: 'muhatap.yollar',
  pluginPoint: 'cockpit.navigation',
  priority: 5,

  render: (node) => {
    node.replaceChildren(element('a', { href: '/basvurular', textContent: 'Başvurular' }));
  }
};
