// How our scripts make elements. Texts are set as text, never as HTML.

/**
 * An element with properties (className, textContent, type, …; dataset and attributes as maps) and its children.
 * Children that are null, undefined or empty are left out.
 */
export const element = (tag, { role, dataset = {}, attributes = {}, ...properties } = {}, ...children) => {
  const made = document.createElement(tag);
  Object.assign(made, properties);
  // Not every browser has it as a property
  if (role) {
    made.setAttribute('role', role);
  }
  Object.assign(made.dataset, dataset);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return made;
};

/** A button that submits nothing. */
export const button = (text, onClick, properties = {}) => {
  const made = element('button', { type: 'button', textContent: text, ...properties });
  made.addEventListener('click', onClick);
  return made;
};

/** A label and, behind it, the field that it names. */
export const labelled = (text, field) => [element('label', { textContent: text, htmlFor: field.id }), field];

/** Options of a code and a label each. */
export const options = (choices) =>
  choices.map(({ code, label }) => element('option', { value: code, textContent: label }));

/** A table from its head and its rows of texts or elements. */
export const table = (className, head, rows) =>
  element(
    'table',
    { className },
    element('thead', {}, element('tr', {}, ...head.map((word) => element('th', { scope: 'col', textContent: word })))),
    element(
      'tbody',
      {},
      ...rows.map((cells) => element('tr', {}, ...cells.map((content) => element('td', {}, content))))
    )
  );
