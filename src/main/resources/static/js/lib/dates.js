// Dates as people read them here: 01.06.2026, and 01.06.2026 14:05. The server writes ISO 8601 in the office's time
// zone.

export const day = (iso) => iso.slice(0, 10).split('-').reverse().join('.');

export const time = (iso) => day(iso) + ' ' + iso.slice(11, 16);
