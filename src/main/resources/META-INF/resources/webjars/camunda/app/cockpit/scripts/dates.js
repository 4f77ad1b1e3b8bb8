// Cockpit has its dates as 2026-11-24T02:30:00 and no setting for it.
window.angular.module('cam.commons.filter.date').decorator('camDateFormat', [
  '$delegate',
  (formats) => (name) => (name === undefined || name === 'normal' ? 'DD.MM.YYYY HH:mm:ss' : formats(name))
]);
