// Where the addresses that the scripts import lie in the sources.
const RESOURCES = new URL('../src/main/resources/', import.meta.url);
const FOLDERS = [
  ['/js/', new URL('static/js/', RESOURCES)],
  ['/camunda/', new URL('META-INF/resources/webjars/camunda/', RESOURCES)]
];

export const resolve = async (specifier, context, next) => {
  const known = FOLDERS.find(([address]) => specifier.startsWith(address));
  return known ? next(new URL(specifier.slice(known[0].length), known[1]).href, context) : next(specifier, context);
};

/** All of ours are modules, whatever the nearest package.json says. */
export const load = (url, context, next) =>
  next(url, url.includes('/src/') && url.endsWith('.js') ? { ...context, format: 'module' } : context);
