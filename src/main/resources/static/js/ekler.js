// The files of an application inside a task's form: to download, and in the answer's form to add and to take back.

const API = '/api/v1/basvurular/';

export async function dosyaEkleri(form, no) {
  const kap = document.createElement('div');
  kap.className = 'ekler';
  form.querySelector('.basvuru-ozeti').after(kap);
  const cevap = form.querySelector('[data-cevap]');
  const durum = cevap && yukleme(cevap, no, kap);
  await goster(kap, no, durum);
}

async function goster(kap, no, durum) {
  const yanit = await fetch(adres(no), { headers: { Accept: 'application/json' } });
  if (yanit.ok) {
    ciz(kap, no, await yanit.json(), durum);
  } else {
    kap.replaceChildren();
    oge(kap, 'p', 'Ekler gösterilemiyor. Sayfayı yenileyin.').setAttribute('role', 'alert');
  }
}

function ciz(kap, no, ekler, durum) {
  kap.replaceChildren();
  if (!ekler.length) {
    return;
  }
  oge(kap, 'h3', 'Ekler');
  const liste = oge(kap, 'ul');
  ekler.forEach((ek) => {
    const satir = oge(liste, 'li');
    const bag = oge(satir, 'a', ek.name);
    bag.href = adres(no) + '/' + ek.id;
    oge(satir, 'span', ' ' + ek.partLabel + ' · ' + ek.sizeLabel + ' ');
    if (ek.removable && durum) {
      const dugme = oge(satir, 'button', 'Kaldır');
      dugme.type = 'button';
      dugme.setAttribute('aria-label', ek.name + ' ekini kaldır');
      dugme.addEventListener('click', async () => {
        const yanit = await gonder(adres(no) + '/' + ek.id, 'DELETE');
        durum.textContent = yanit.ok ? ek.name + ' kaldırıldı.' : await sorun(yanit);
        await goster(kap, no, durum);
      });
    }
  });
}

function yukleme(cevap, no, kap) {
  const etiket = oge(cevap, 'label', 'Cevabın ekleri');
  const kutu = oge(cevap, 'input');
  kutu.type = 'file';
  kutu.multiple = true;
  kutu.id = 'cevap-ekleri';
  etiket.htmlFor = kutu.id;
  const durum = oge(cevap, 'p');
  durum.setAttribute('role', 'status');
  kutu.addEventListener('change', async () => {
    const govde = new FormData();
    govde.append('part', 'CEVAP');
    [...kutu.files].forEach((dosya) => govde.append('file', dosya));
    durum.textContent = 'Ek gönderiliyor…';
    const yanit = await gonder(adres(no), 'POST', govde);
    if (yanit.ok) {
      durum.textContent = 'Ek yüklendi.';
      ciz(kap, no, await yanit.json(), durum);
    } else {
      durum.textContent = 'Ek yüklenmedi: ' + (await sorun(yanit));
    }
    kutu.value = '';
  });
  return durum;
}

function gonder(nereye, yontem, govde) {
  return fetch(nereye, { method: yontem, body: govde, headers: { 'X-MUHATAP-CSRF': cerez('MUHATAP-CSRF') } }).catch(
    () => new Response(JSON.stringify({ detail: 'Sunucuya ulaşılamıyor. Bağlantınızı kontrol edin.' }), { status: 503 })
  );
}

async function sorun(yanit) {
  const govde = await yanit.json().catch(() => ({}));
  return (govde.errors || []).map((h) => h.message).join(' ') || govde.detail || 'Kaydedilemedi.';
}

function adres(no) {
  return API + encodeURIComponent(no) + '/ekler';
}

function cerez(ad) {
  const bulunan = document.cookie.split('; ').find((c) => c.startsWith(ad + '='));
  return bulunan ? decodeURIComponent(bulunan.slice(ad.length + 1)) : '';
}

function oge(kap, etiket, yazi) {
  const yeni = document.createElement(etiket);
  if (yazi !== undefined) {
    yeni.textContent = yazi;
  }
  kap.append(yeni);
  return yeni;
}
