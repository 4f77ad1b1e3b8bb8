// What was typed into a form and has not reached the server yet is kept in this tab, so that neither a reload nor the
// end of the session takes it. It goes with the tab, and as soon as the task is done.
const PREFIX = 'muhatap.yarim.';

const fields = (form) =>
  [...form.querySelectorAll('input, select, textarea')].filter(
    (field) => field.type !== 'file' && (field.id || field.name)
  );

const key = (field) => (field.type === 'radio' ? field.name + '=' + field.value : field.id || field.name);

const isChecked = (field) => field.type === 'radio' || field.type === 'checkbox';

const values = (form) =>
  Object.fromEntries(fields(form).map((field) => [key(field), isChecked(field) ? field.checked : field.value]));

/** Keeps the fields of a form; what is given along comes back with them. */
export const keptInput = (form, number, storage = sessionStorage) => {
  const place = PREFIX + form.dataset.karar + '.' + number;
  const shown = JSON.stringify(values(form));

  return {
    /** What was kept; null where there is nothing that the form does not hold already. */
    find() {
      const before = JSON.parse(storage.getItem(place) ?? 'null');
      return before?.values && JSON.stringify(before.values) !== shown ? before : null;
    },
    restore(before) {
      fields(form)
        .filter((field) => key(field) in before.values)
        .forEach((field) => {
          field[isChecked(field) ? 'checked' : 'value'] = before.values[key(field)];
        });
    },
    keep(along) {
      storage.setItem(place, JSON.stringify({ values: values(form), along }));
    },
    forget() {
      storage.removeItem(place);
    }
  };
};
