// The date pickers take their months and days from Angular, which knows English only; and the week begins on Monday.
const names = (count, date, options) => {
  const format = new Intl.DateTimeFormat('tr-TR', { ...options, timeZone: 'UTC' });
  return Array.from({ length: count }, (_, place) => format.format(date(place)));
};

const month = (place) => Date.UTC(2024, place, 1);

/** From Sunday on, as Angular counts. */
const day = (place) => Date.UTC(2024, 8, 1 + place);

window.angular.module('ui.bootstrap').decorator('$locale', [
  '$delegate',
  (locale) => {
    const formats = locale.DATETIME_FORMATS;
    formats.MONTH = names(12, month, { month: 'long' });
    formats.STANDALONEMONTH = formats.MONTH;
    formats.SHORTMONTH = names(12, month, { month: 'short' });
    formats.DAY = names(7, day, { weekday: 'long' });
    formats.SHORTDAY = names(7, day, { weekday: 'short' });
    formats.FIRSTDAYOFWEEK = 0;
    locale.NUMBER_FORMATS.DECIMAL_SEP = ',';
    locale.NUMBER_FORMATS.GROUP_SEP = '.';
    return locale;
  }
]);
