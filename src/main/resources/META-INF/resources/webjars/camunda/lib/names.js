// What Camunda's pages leave nameless gets the name that a screen reader says, above all links and buttons that are
// nothing but a sign.
const OURS = [
  ['.region-toggle[data-region="filters"]', 'Filtreleri aç/kapat'],
  ['.region-toggle[data-region="list"]', 'Görevlerin listesini aç/kapat'],
  ['.region-toggle[data-region="task"]', 'Görevi aç/kapat'],
  ['button.maximize', 'Görevi büyüt'],
  ['.dropdown-toggle:has(> .glyphicon-plus-sign)', 'Sıralama ekle'],
  ['.dropdown-toggle:has(> .glyphicon-home)', 'Uygulamalar'],
  ['button.dropdown-toggle', 'Kayıtlı aramalar'],
  ['a.dropdown-toggle:has(> .caret)', 'Sürüm seç'],
  ['[ng-click^="changeOrder"]', 'Bu sütuna göre sırala'],
  ['.expand-collapse', 'Yan bölümü aç/kapat'],
  ['.instance-link', 'Süreç örneğini aç'],
  ['.bjs-drilldown', 'Alt süreci aç'],
  ['[state-circle]', 'Durumuna bak'],
  ['.app-label-wrapper[href*="/cockpit/"]', 'Süreç takibi'],
  ['.app-label-wrapper[href*="/tasklist/"]', 'Görev listesi'],
  ['.app-label-wrapper[href*="/admin/"]', 'Yönetim']
];

/** English names of signs that the apps share. */
const SIGNS = new Map([
  ['zoom in', 'Büyüt'],
  ['zoom out', 'Küçült'],
  ['reset zoom', 'Tümünü göster']
]);

const nameSigns = () =>
  ['title', 'aria-label', 'uib-tooltip'].forEach((attribute) =>
    document.querySelectorAll('button[' + attribute + '*="zoom"]').forEach((node) => {
      const name = SIGNS.get(node.getAttribute(attribute));
      if (name) {
        node.setAttribute(attribute, name);
      }
    })
  );

const tip = (node) => {
  const told = (node.matches('[uib-tooltip]') ? node : node.querySelector('[uib-tooltip]'))?.getAttribute('uib-tooltip');
  return told && !told.includes('{{') ? told : undefined;
};

/** A link that leads nowhere is a button, and the keyboard reaches it. */
const makeButton = (link) => {
  link.setAttribute('role', 'button');
  link.tabIndex = 0;
  link.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      link.click();
    }
  });
};

const nameAll = () => {
  nameSigns();
  document.querySelectorAll('a:not([href]):not([role])').forEach(makeButton);
  document.querySelectorAll('a, button').forEach((node) => {
    // A word that a narrow window hides is no name either
    if (node.textContent.trim() === '' || (node.matches('.dropdown-toggle') && node.innerText.trim() === '')) {
      const name = tip(node) ?? OURS.find(([sign]) => node.matches(sign))?.[1];
      if (name && node.getAttribute('aria-label') !== name) {
        node.setAttribute('aria-label', name);
      }
    }
  });
  document.querySelectorAll('input[uib-typeahead]:not([role])').forEach((node) => node.setAttribute('role', 'combobox'));
  document
    .querySelectorAll('input.toggle:not([aria-label])')
    .forEach((node) => node.setAttribute('aria-label', node.parentElement.textContent.trim()));
  document.querySelectorAll('.form-group input:not([aria-label])').forEach((node) => {
    const label = node.closest('.form-group').querySelector('label')?.textContent.trim();
    if (node.labels?.length === 0 && label) {
      node.setAttribute('aria-label', label);
    }
  });
  document.querySelectorAll('.tjs-table-container:not([tabindex])').forEach((node) => (node.tabIndex = 0));
};

let waits = false;
new MutationObserver(() => {
  if (!waits) {
    waits = true;
    setTimeout(() => {
      waits = false;
      nameAll();
    }, 100);
  }
}).observe(document.documentElement, {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['uib-tooltip']
});
