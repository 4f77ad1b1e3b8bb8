// What a browser can add to the intake desk: where the clerk stands, and printing. Without it everything else works.
document.querySelectorAll('[data-yazdir]').forEach((dugme) => {
  dugme.hidden = false;
  dugme.addEventListener('click', () => window.print());
});
document.querySelectorAll('[data-konum]').forEach((dugme) => {
  if (!navigator.geolocation) {
    return;
  }
  const alan = document.getElementById(dugme.dataset.konum);
  const durum = document.getElementById(dugme.dataset.konum + '-durum');
  dugme.hidden = false;
  dugme.addEventListener('click', () => {
    durum.textContent = 'Konum alınıyor…';
    navigator.geolocation.getCurrentPosition(
      (yer) => {
        alan.value = yer.coords.latitude.toFixed(6) + ', ' + yer.coords.longitude.toFixed(6);
        durum.textContent = 'Konum alındı (±' + Math.round(yer.coords.accuracy) + ' m).';
        alan.dispatchEvent(new Event('change', { bubbles: true }));
      },
      () => { durum.textContent = 'Konum alınamadı; elle yazın veya boş bırakın.'; },
      { enableHighAccuracy: true, timeout: 10000 },
    );
  });
});
