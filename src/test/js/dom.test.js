import assert from 'node:assert/strict';
import { test } from 'node:test';
import { button, element, labelled, options, table } from '/js/lib/dom.js';

const MARKUP = '<b onclick="x()">büyük</b>';

test('text is text, wherever it is given', () => {
  const nodes = [
    element('p', { textContent: MARKUP }),
    element('p', {}, MARKUP),
    button(MARKUP, () => {}),
    table('t', [MARKUP], [[MARKUP]]),
    ...labelled(MARKUP, element('input', { id: 'a' })),
    ...options([{ code: MARKUP, label: MARKUP }])
  ];

  nodes.forEach((node) => assert.equal(node.querySelector('b'), null));
  assert.equal(nodes[0].textContent, MARKUP);
});

test('an element has its properties, data, role and children', () => {
  const made = element(
    'div',
    { className: 'a', role: 'status', dataset: { karar: 'onay' }, attributes: { 'aria-label': 'Ad' } },
    null,
    undefined,
    '',
    'Yazı',
    element('b')
  );

  assert.equal(made.outerHTML, '<div class="a" role="status" data-karar="onay" aria-label="Ad">Yazı<b></b></div>');
});

test('a button submits nothing and calls what it is for', () => {
  let pressed = 0;
  const made = button('Kaldır', () => pressed++, { className: 'btn' });
  made.click();

  assert.equal(made.type, 'button');
  assert.equal(made.className, 'btn');
  assert.equal(pressed, 1);
});

test('a label names its field', () => {
  const [label, field] = labelled('Sonuç', element('select', { id: 'sonuc' }));

  assert.equal(label.htmlFor, field.id);
});

test('a table has a head with scopes and a cell for each content', () => {
  const made = table('cam-table', ['Kanal', 'Açık'], [['CİMER', element('span', { textContent: '3' })], ['Dijital', null]]);

  assert.deepEqual(
    [...made.querySelectorAll('th')].map((cell) => [cell.textContent, cell.scope]),
    [
      ['Kanal', 'col'],
      ['Açık', 'col']
    ]
  );
  assert.deepEqual(
    [...made.querySelectorAll('td')].map((cell) => cell.textContent),
    ['CİMER', '3', 'Dijital', '']
  );
});
