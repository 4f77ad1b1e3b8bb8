// The list begins with the task whose last day comes first. Tasklist has "newest first" and no setting for it, but
// reads the order from the address, where it stays when the user picks another one.
const BY_LAST_DAY = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

const byLastDay = () => {
  const [path, query = ''] = (window.location.hash.replace(/^#/, '') || '/').split('?');
  const parameters = new URLSearchParams(query);
  if (!parameters.has('sorting')) {
    parameters.set('sorting', BY_LAST_DAY);
    window.history.replaceState(window.history.state, '', '#' + path + '?' + parameters);
  }
};

byLastDay();
