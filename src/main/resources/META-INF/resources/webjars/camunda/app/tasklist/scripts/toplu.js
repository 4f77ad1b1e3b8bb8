// In the bar on top: the way to many tasks at once, a page of our own.
export default {
  id: 'muhatap.toplu',
  pluginPoint: 'tasklist.navbar.action',
  priority: 200,

  render: (node) => {
    const link = document.createElement('a');
    link.href = '/toplu-islem';
    link.textContent = 'Toplu işlem';
    node.replaceChildren(link);
  }
};
