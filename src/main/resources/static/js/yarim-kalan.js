// What was typed into a form and has not reached the server yet is kept in this tab, so that neither a reload nor the end of
// the session takes it. It goes with the tab, and as soon as the task is done.
const ON_EK = 'muhatap.yarim.';

const alanlar = (form) =>
  [...form.querySelectorAll('input, select, textarea')].filter((alan) => alan.type !== 'file' && (alan.id || alan.name));

const adi = (alan) => (alan.type === 'radio' ? alan.name + '=' + alan.value : alan.id || alan.name);

const isaretli = (alan) => alan.type === 'radio' || alan.type === 'checkbox';

const degerler = (form) =>
  Object.fromEntries(alanlar(form).map((alan) => [adi(alan), isaretli(alan) ? alan.checked : alan.value]));

/** Keeps the fields of a form; ek is kept along and given back. */
export function yarimKalan(form, no) {
  const anahtar = ON_EK + form.dataset.karar + '.' + no;
  let bas = JSON.stringify(degerler(form));

  return {
    /** What was kept; null where there is nothing that the form does not hold already. */
    bak() {
      const once = JSON.parse(sessionStorage.getItem(anahtar) || 'null');
      return once && JSON.stringify(once.degerler) !== bas ? once : null;
    },
    geriGetir(once) {
      alanlar(form)
        .filter((alan) => adi(alan) in once.degerler)
        .forEach((alan) => {
          alan[isaretli(alan) ? 'checked' : 'value'] = once.degerler[adi(alan)];
        });
    },
    sakla(ek) {
      sessionStorage.setItem(anahtar, JSON.stringify({ degerler: degerler(form), ek }));
    },
    unut() {
      sessionStorage.removeItem(anahtar);
      bas = JSON.stringify(degerler(form));
    }
  };
}
