// What the plugins here share.

/** An element with its class and its text. */
export const element = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  if (text !== undefined && text !== null) {
    made.textContent = text;
  }
  return made;
};

/** Asks for JSON; fails with a sentence for people. */
export const ask = async (address) => {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail || 'Bilgi alınamadı (' + answer.status + ').');
  }
  return answer.json();
};

/** A table from its head and its rows of texts or elements. */
export const table = (head, rows) => {
  const made = element('table', 'cam-table muhatap-tablo');
  const headRow = element('tr');
  headRow.append(
    ...head.map((word) => {
      const cell = element('th', '', word);
      cell.scope = 'col';
      return cell;
    })
  );
  const thead = element('thead');
  thead.append(headRow);
  const body = element('tbody');
  body.append(
    ...rows.map((cells) => {
      const row = element('tr');
      row.append(
        ...cells.map((content) => {
          const cell = element('td');
          cell.append(content ?? '');
          return cell;
        })
      );
      return row;
    })
  );
  made.append(thead, body);
  return made;
};
