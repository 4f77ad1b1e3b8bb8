// What was typed into a form and has not reached the server yet is kept in this tab, so that neither a reload nor the
// end of the session takes it. It goes with the tab, as soon as the task is done, and when somebody else opens a form.
const PREFIX = 'muhatap.yarim.';

const fields = (form) =>
  [...form.querySelectorAll('input, select, textarea')].filter(
    (field) => field.type !== 'file' && (field.id || field.name)
  );

const key = (field) => (field.type === 'radio' ? field.name + '=' + field.value : field.id || field.name);

const isChecked = (field) => field.type === 'radio' || field.type === 'checkbox';

const values = (form) =>
  Object.fromEntries(fields(form).map((field) => [key(field), isChecked(field) ? field.checked : field.value]));

/** On a shared computer nobody finds, or saves as his own, what somebody else typed. */
const dropOthers = (own, storage) =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index))
    .filter((name) => name.startsWith(PREFIX) && !name.startsWith(own))
    .forEach((name) => storage.removeItem(name));

/**
 * Keeps the fields of a form; what is given along comes back with them.
 *
 * @param user whose words these are; what the tab keeps of others is dropped
 */
export const keptInput = (form, number, user, storage = sessionStorage) => {
  // No encoded name holds a slash, so that none is the beginning of another
  const own = PREFIX + encodeURIComponent(user) + '/';
  const place = own + form.dataset.karar + '.' + number;
  dropOthers(own, storage);
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
