// What a browser can add to the intake desk: where the clerk stands, printing, and a word where a look-up fails. Without it
// everything else works.
const NEDEN = {
  0: 'Sunucuya ulaşılamıyor. Bağlantınızı kontrol edin.',
  403: 'Bu sayfayı başka bir kullanıcı açmıştı. Sayfayı yenileyin.',
  429: 'Kısa sürede çok arama yapıldı. Biraz bekleyip yeniden deneyin.',
};

/** Stands where the look-up's answer would, and goes with the next one. */
const aramaOlmadi = ({ detail }) => {
  const yazi = document.createElement('p');
  yazi.className = 'hata';
  yazi.textContent = NEDEN[detail.xhr?.status ?? 0] ?? 'Arama yapılamadı. Yazdıklarınız duruyor. Yeniden deneyin.';
  detail.target?.replaceChildren(yazi);
};
['htmx:responseError', 'htmx:sendError', 'htmx:timeout'].forEach((ad) => document.body.addEventListener(ad, aramaOlmadi));
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
      () => { durum.textContent = 'Konum alınamadı. Elle yazın veya boş bırakın.'; },
      { enableHighAccuracy: true, timeout: 10000 },
    );
  });
});
