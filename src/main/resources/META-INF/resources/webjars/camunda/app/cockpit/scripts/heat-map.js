// On a definition's diagram, at the press of a button: how often each step was finished in the last 90 days and its
// median time. The longer a step takes, the darker it is.
import { button, element } from '/js/lib/dom.js';
import { getJson } from '/js/lib/http.js';

const SHADES = 5;
const STEPS = /Task$|CallActivity$|SubProcess$/;
const UNITS = [
  [86_400, 'gün'],
  [3_600, 'sa'],
  [60, 'dk'],
  [1, 'sn']
];

/** The largest unit and the one below it, e.g. "2 gün 3 sa". */
export const duration = (seconds) => {
  const largest = UNITS.findIndex(([length]) => seconds >= length);
  let rest = seconds;
  const parts = (largest < 0 ? UNITS.slice(-1) : UNITS.slice(largest, largest + 2)).map(([length, word]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return [count, word];
  });
  return parts
    .filter(([count], place) => place === 0 || count > 0)
    .map(([count, word]) => count + ' ' + word)
    .join(' ');
};

/** 1 to SHADES. */
export const shade = (seconds, longest) => Math.max(1, Math.ceil((SHADES * seconds) / Math.max(1, longest)));

const draw = (viewer, steps) => {
  const registry = viewer.get('elementRegistry');
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const drawn = steps.filter((step) => registry.get(step.element));
  const isStep = (step) => STEPS.test(registry.get(step.element).type);
  const isWhole = (step) => registry.get(step.element).type.endsWith('SubProcess');
  const longest = Math.max(0, ...drawn.filter((s) => isStep(s) && !isWhole(s)).map((s) => s.medianSeconds));
  const removals = drawn
    .filter((step) => !registry.get(step.element).type.endsWith('Gateway'))
    .map((step) => {
      const text = step.finished + '×' + (isStep(step) ? ' · ' + duration(step.medianSeconds) : '');
      const overlay = overlays.add(step.element, 'muhatap-isi', {
        position: isWhole(step) ? { top: 4, left: 4 } : { top: -9, left: 0 },
        html: element('div', { className: 'muhatap-isi-yazi', textContent: text })
      });
      const marker = isStep(step) && !isWhole(step) ? 'muhatap-isi-' + shade(step.medianSeconds, longest) : undefined;
      if (marker) {
        canvas.addMarker(step.element, marker);
      }
      return () => {
        overlays.remove(overlay);
        if (marker) {
          canvas.removeMarker(step.element, marker);
        }
      };
    });
  return () => removals.forEach((remove) => remove());
};

export default {
  id: 'muhatap.isi-haritasi',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: 100,

  render: (viewer, { processDefinitionId }) => {
    const note = element('span', { className: 'muhatap-isi-not', role: 'status' });
    let clear;
    const toggle = button(
      'Isı haritası',
      async () => {
        toggle.disabled = true;
        try {
          if (clear) {
            clear();
            clear = undefined;
            note.textContent = '';
          } else {
            const steps = await getJson(
              '/api/v1/surec-tanimlari/' + encodeURIComponent(processDefinitionId) + '/isi-haritasi'
            );
            clear = draw(viewer, steps);
            note.textContent = 'Son 90 gün: biten adım sayısı · ortanca süre. Koyu renk: uzun süre.';
          }
        } catch (failure) {
          note.textContent = failure.message;
        }
        toggle.setAttribute('aria-pressed', String(clear !== undefined));
        toggle.disabled = false;
      },
      { className: 'btn btn-default', attributes: { 'aria-pressed': 'false' } }
    );
    viewer.get('canvas').getContainer().append(element('div', { className: 'muhatap-isi' }, toggle, note));
  }
};
