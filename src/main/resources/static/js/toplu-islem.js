// What a browser can add to choosing: all of them with one box, and how many are chosen. Without it everything else works.
const isler = document.getElementById('satir');
const hatalar = document.getElementById('hatalar');

if (hatalar) {
  hatalar.focus();
}

if (isler) {
  const kutular = [...isler.querySelectorAll('input[name="satir"]')];
  const etiket = document.createElement('label');
  const hepsi = document.createElement('input');
  const durum = document.createElement('p');
  etiket.className = 'tek hepsi';
  hepsi.type = 'checkbox';
  etiket.append(hepsi, ' Bu sayfadakilerin hepsini seç');
  durum.className = 'soluk';
  durum.setAttribute('role', 'status');

  const say = () => {
    const secili = kutular.filter((kutu) => kutu.checked).length;
    hepsi.checked = secili === kutular.length;
    hepsi.indeterminate = secili > 0 && secili < kutular.length;
    durum.textContent = secili + ' görev seçili.';
  };
  hepsi.addEventListener('change', () => {
    kutular.forEach((kutu) => { kutu.checked = hepsi.checked; });
    say();
  });
  isler.addEventListener('change', say);
  isler.querySelector('ul').before(etiket);
  isler.append(durum);
  say();
}
