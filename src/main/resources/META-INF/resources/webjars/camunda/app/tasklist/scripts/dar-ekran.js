// On a phone the task stands below the whole list: whoever picks one is brought to it.
const NARROW = window.matchMedia('(max-width: 767px)');

document.addEventListener('click', (event) => {
  if (NARROW.matches && event.target.closest('ol.tasks-list .task')) {
    setTimeout(() => document.querySelector('.task-details')?.scrollIntoView(), 300);
  }
});
