// English words that stand in Cockpit's own pages, out of reach of its list of strings: put into Turkish as they
// appear.
const WORDS = new Map([
  ['Actions', 'Eylem'],
  ['null', 'boş'],
  ['When', 'Eğer'],
  ['And', 've'],
  ['Then', 'o zaman'],
  ['Hit policy:', 'Eşleşme kuralı:'],
  ['Unique', 'Tek'],
  ['First', 'İlk'],
  ['string', 'metin'],
  ['boolean', 'evet/hayır'],
  ['integer', 'tam sayı'],
  ['String', 'Metin'],
  ['Boolean', 'Evet/hayır'],
  ['Date', 'Tarih'],
  ['Integer', 'Tam sayı'],
  ['Long', 'Büyük tam sayı'],
  ['Double', 'Ondalık sayı'],
  ['Null', 'Boş'],
  ['async-continuation', 'ayrı işlemde sürdürme'],
  ['async-before', 'adımdan önce'],
  ['async-after', 'adımdan sonra'],
  ['timer-transition', 'zamanlayıcı'],
  ['timer-intermediate-transition', 'zamanlayıcı'],
  ['failedJob', 'başarısız arka plan işi'],
  ['Failed Job', 'başarısız arka plan işi'],
  ['Toggle this section', 'Bu bölümü aç/kapat'],
  ['Input type', 'Girdinin türü'],
  ['Output type', 'Çıktının türü'],
  ['Output label', 'Çıktının adı'],
  ['No overlap is possible and all rules are disjoint. Only a single rule can be matched', 'Yalnızca bir satır uyabilir'],
  ['Rules may overlap. The first matching rule will be chosen', 'Birden çok satır uyabilir; ilki geçerlidir']
]);

/** What comes before a name of ours. */
const BEGINNINGS = [
  ['Decision name: ', 'Kararın adı: '],
  ['Input label: ', 'Girdinin adı: '],
  ['DATE: ', 'Tarih: ']
];

const turkish = (text) => {
  const word = text.trim();
  const beginning = BEGINNINGS.find(([english]) => word.startsWith(english));
  return WORDS.get(word) ?? (beginning && beginning[1] + word.slice(beginning[0].length));
};

const translateText = (node) => {
  const word = turkish(node.data);
  if (word !== undefined && !node.parentElement?.closest('input, textarea, .CodeMirror, .muhatap-gecmis')) {
    node.data = word;
  }
};

const TIPS = ['title', 'aria-label', 'uib-tooltip'];

const translateTips = (node) =>
  TIPS.filter((tip) => node.hasAttribute(tip)).forEach((tip) => {
    const word = turkish(node.getAttribute(tip));
    if (word !== undefined) {
      node.setAttribute(tip, word);
    }
  });

const translate = (root) => {
  if (root.nodeType === Node.TEXT_NODE) {
    translateText(root);
  } else if (root.nodeType === Node.ELEMENT_NODE) {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      translateText(texts.currentNode);
    }
    [root, ...root.querySelectorAll(TIPS.map((tip) => '[' + tip + ']').join())].forEach(translateTips);
  }
};

new MutationObserver((changes) =>
  changes.forEach((change) =>
    change.type === 'childList' ? change.addedNodes.forEach(translate) : translate(change.target)
  )
).observe(document.documentElement, {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: TIPS
});
