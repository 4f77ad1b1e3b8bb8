// What is closed on the server is not offered by the apps: whole parts by Camunda's own list of parts to leave out,
// single signs by the style sheet, and what stays in sight without being a button any more by this script.
const PARTS = {
  tasklist: [
    'tasklist.navbar.action:create-task-action',
    'tasklist.navbar.action:start-process-action',
    'tasklist.task.action:task-action-comment',
    'tasklist.task.detail:task-detail-history'
  ],
  cockpit: [
    'cockpit.navigation:batch',
    'cockpit.processDefinition.runtime.action:update-suspension-state-action',
    'cockpit.processDefinition.runtime.action:bulk-job-definition-override-job-priority-action',
    'cockpit.processInstance.runtime.action:add-variable-action',
    'cockpit.processInstance.runtime.action:cancel-process-instance-action',
    'cockpit.processInstance.runtime.action:update-suspension-state-action',
    'cockpit.processInstance.runtime.tab:external-tasks-process-instance-runtime',
    'cockpit.incident.action:increase-incident-external-task-retry',
    'cockpit.jobDefinition.action:job-definition-override-job-priority-action',
    'cockpit.jobDefinition.action:update-suspension-state',
    'cockpit.repository.deployment.action:delete-deployment'
  ],
  admin: ['admin.dashboard.section:authorization', 'admin.dashboard.section:tenants'],
  welcome: []
};

/** Shown, and nothing to press: dates, groups and somebody's name in a task. */
const NO_BUTTONS =
  '[cam-tasklist-task-meta] .due-date, [cam-tasklist-task-meta] .groups a,' +
  ' [cam-tasklist-task-meta] .assignee [cam-widget-inline-field]';

const CLAIMS = '.claim, .unclaim';
const CLAIM = /\/task\/[^/]+\/(un)?claim$/;

/** Tasks that are somebody else's, as the server told the task's form with all else that it shows. */
const readOnly = new Set();

const shownTask = () => new URLSearchParams(location.hash.split('?')[1]).get('task');

let claiming = 0;

const settle = () => {
  document.querySelectorAll(NO_BUTTONS).forEach((node) => {
    if (node.tabIndex !== -1) {
      node.tabIndex = -1;
    }
  });
  document.documentElement.classList.toggle('muhatap-yalniz-okunur', readOnly.has(shownTask()));
  // Tasklist switches these off while it waits, and after a refusal never on again
  if (claiming === 0) {
    document.querySelectorAll(CLAIMS).forEach((button) => button.removeAttribute('disabled'));
  }
};

const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, address, ...given) {
  if (CLAIM.test(address)) {
    claiming++;
    this.addEventListener('loadend', () => {
      claiming--;
      setTimeout(settle);
    });
  }
  return open.call(this, method, address, ...given);
};

export const leaveOut = (app) => {
  document.querySelector('base').setAttribute('cam-exclude-plugins', PARTS[app].join(','));
  if (app === 'tasklist') {
    document.addEventListener('muhatap:task', ({ detail }) => {
      if (detail.mayWork) {
        readOnly.delete(detail.id);
      } else {
        readOnly.add(detail.id);
      }
      settle();
    });
    window.addEventListener('hashchange', settle);
    new MutationObserver(settle).observe(document.documentElement, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled', 'tabindex']
    });
  }
};
