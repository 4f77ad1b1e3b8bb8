// On a phone the task stands below the whole list: whoever picks one is brought to it, also where it comes late or the
// list grows meanwhile, until he moves by himself.
const NARROW = window.matchMedia('(max-width: 767px)');
const LONGEST = 10_000;

const bring = () => document.querySelector('.task-details')?.scrollIntoView();

const changes = new MutationObserver(bring);
const leave = () => changes.disconnect();

let end;

document.addEventListener('click', (event) => {
  if (NARROW.matches && event.target.closest('ol.tasks-list .task')) {
    bring();
    changes.observe(document.body, { childList: true, subtree: true });
    clearTimeout(end);
    end = setTimeout(leave, LONGEST);
  }
});

['pointerdown', 'wheel', 'keydown'].forEach((own) => document.addEventListener(own, leave, { passive: true }));
