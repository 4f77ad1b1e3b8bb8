// The one script behind all task forms: shows the application, keeps drafts and reasons on the server, and submits
// only the decision. Data are written as text, never as HTML.

import { dosyaEkleri } from './ekler.js';
import { yarimKalan } from './yarim-kalan.js';

const API = '/api/v1/basvurular/';
const GUNLER = { GUN: 'gün', IS_GUNU: 'iş günü' };
const BAKMA_ARASI = 60000;
const UZUN = 1500;
const BASI = 600;
const OTURUM_BITTI = 'Oturumunuz sona erdi. Yazdıklarınız bu sekmede duruyor. Yeniden giriş yapıp sürdürün.';

/** Where an error of the server's belongs, by what was sent and its field. */
const ALANLAR = {
  cevap: {
    outcome: '#sonuc',
    text: '#metin',
    ground: '#dayanak',
    publishedIn: '#dayanak-publishedIn',
    publishedOn: '#dayanak-publishedOn',
    publishedHow: '#dayanak-publishedHow',
    announcedOn: '#dayanak-announcedOn',
    unmetCondition: '#dayanak-unmetCondition',
    secretPartsRemoved: '#ayirma'
  },
  gerekce: { text: '[data-gerekce]', target: '[data-yalniz]:not([hidden]) [data-hedef]' },
  muracaat: { text: '[data-muracaat-cevabi]' }
};

export function baslat(camForm) {
  stil();
  const form = camForm.formElement[0] || camForm.formElement;
  const kur = () => yukle(camForm, form);
  if (camForm.variableManager.variables.basvuruNo && camForm.variableManager.variables.basvuruNo.value) {
    kur();
  } else {
    camForm.on('variables-fetched', kur);
  }
}

function stil() {
  if (!document.getElementById('basvuru-formu-stil')) {
    const bag = document.createElement('link');
    bag.id = 'basvuru-formu-stil';
    bag.rel = 'stylesheet';
    bag.href = '/css/basvuru-formu.css';
    document.head.appendChild(bag);
  }
}

async function yukle(camForm, form) {
  if (form.dataset.yuklendi) {
    return;
  }
  form.dataset.yuklendi = 'evet';
  const no = camForm.variableManager.variableValue('basvuruNo');
  const gorev = camForm.taskId ? '?task=' + encodeURIComponent(camForm.taskId) : '';
  const yanit = await fetch(API + encodeURIComponent(no) + '/dosya' + gorev, { headers: { Accept: 'application/json' } });
  if (!yanit.ok) {
    form.querySelector('.basvuru-ozeti').textContent = '';
    hatalar(form, [{ yazi: yanit.status === 401 ? OTURUM_BITTI : 'Başvuru gösterilemiyor.' }]);
    return;
  }
  const dosya = await yanit.json();
  // Tasklist's own buttons are hidden by kapali.js
  document.dispatchEvent(new CustomEvent('muhatap:gorev', { detail: { id: camForm.taskId, mayWork: dosya.mayWork !== false } }));
  ozet(form.querySelector('.basvuru-ozeti'), dosya);
  dosyaEkleri(form, dosya.number);
  kararlar(form, dosya);
  secenekler(form, dosya);
  cevapGoster(form, dosya);
  muracaatGoster(form, dosya);
  const taslak = cevapAlani(form, dosya, () => sakla());
  const gerekce = form.querySelector('[data-gerekce]');
  if (gerekce && dosya.reason) {
    gerekce.value = dosya.reason;
  }
  form.querySelectorAll('[data-hedef]').forEach((alan) => {
    alan.value = dosya.target || '';
  });
  const sakli = yarimKalan(form, dosya.number);
  const sakla = () => sakli.sakla(taslak ? taslak.durumu() : {});
  geriGetir(form, sakli, taslak);
  yalnizAlanlar(form);
  form.addEventListener('input', sakla);
  form.addEventListener('change', sakla);
  buArada(form, dosya);
  camForm.on('submit', (olay) => {
    hatalar(form, []);
    const eksik = eksikler(form, taslak);
    const sorun = eksik.length ? eksik : gonder(camForm, form, dosya, taslak, gerekce);
    if (sorun) {
      olay.submitPrevented = true;
      hatalar(form, sorun);
    }
  });
  camForm.on('submit-success', () => sakli.unut());
}

// ---- what is shown ----

function ozet(kap, d) {
  kap.textContent = '';
  const baslik = ekle(kap, 'h2', d.number + ' · ' + (d.topicLabel || d.kindLabel));
  const muracaat = kap.closest('form').querySelector('.muracaat-goster') && d.recourses.find((m) => !m.answeredAt);
  const rozet = muracaat
    ? ekle(baslik, 'span', 'Müracaatın son cevap tarihi: ' + gun(muracaat.lastDay), 'rozet var')
    : ekle(baslik, 'span', rozetYazisi(d), 'rozet ' + (d.late ? 'gecikti' : d.daysLeft <= 1 ? 'yakin' : 'var'));
  rozet.setAttribute('role', 'status');
  if (d.mayWork === false) {
    ekle(kap, 'p', 'Bu görev size veya grubunuza verilmediğinden yalnızca okuyabilirsiniz.', 'kademe');
  }
  const liste = ekle(kap, 'dl', null, 'bilgiler');
  satir(liste, 'Kanal', d.channelLabel + (d.sourceLabel ? ' · ' + d.sourceLabel : ''));
  satir(liste, 'Tür', d.kindLabel);
  satir(liste, 'Durum', d.statusLabel);
  satir(liste, 'Birim', d.unitLabel);
  satir(liste, 'Başvuru tarihi', zaman(d.receivedAt));
  satir(liste, 'Son cevap tarihi', gun(d.deadline.lastDay) + ' (' + d.deadline.limit + ' ' + GUNLER[d.deadline.unit] + ')');
  if (d.otherDeadline) {
    satir(liste, 'İkinci süre', gun(d.otherDeadline.lastDay) + ' (' + d.otherDeadline.limit + ' ' + GUNLER[d.otherDeadline.unit] + ', ' + d.otherDeadline.basis + ')');
  }
  satir(liste, 'Önceki başvuru', d.previousNumber);
  satir(liste, 'Ana başvuru', d.mainNumber);
  satir(liste, 'Birleştirilenler', d.joinedNumbers.join(', '));
  if (d.applicant) {
    const a = d.applicant;
    satir(liste, 'Başvuru sahibi', a.name);
    satir(liste, 'T.C. kimlik no', a.nationalId);
    satir(liste, 'Telefon', a.phone);
    satir(liste, 'E-posta', a.email);
    satir(liste, 'Adres', a.address);
  } else {
    satir(liste, 'Başvuru sahibi', 'Bu görevde gösterilmez');
  }
  satir(liste, 'Cevabın istenen yolu', d.answerByLabel);
  satir(liste, 'Gelen evrak', d.paperNumber && (d.paperDate ? gun(d.paperDate) + ' tarihli ve ' : '') + d.paperNumber + ' sayılı');
  if (d.unidentifiedTip) {
    ekle(kap, 'p', '⚠ İhbarda kimlik ve adres yok. Memurlar hakkındaki ihbar, iddiayı ortaya koyan belge de yoksa işleme konulamaz (4483 sayılı Kanun’un 4’üncü maddesi).', 'uyari');
  }
  (d.warnings || []).forEach((u) => ekle(kap, 'p', '⚠ ' + u, 'uyari'));
  const sozler = ekle(kap, 'div');
  ekle(sozler, 'h3', d.subject);
  metin(sozler, d.text);
  if (d.contactsHidden) {
    iletisim(sozler, d);
  }
  if (d.place) {
    ekle(kap, 'p', 'Konum (enlem, boylam): ' + d.place);
  }
  if (d.steps.length) {
    const bag = ekle(kap, 'a', 'Dosyayı aç (süre uzatma, ücret, vazgeçme gibi ' + d.steps.length + ' işlem yapılabilir)', 'dosya-bagi');
    bag.href = '/dosya/' + encodeURIComponent(d.number);
    bag.target = '_blank';
    bag.rel = 'noopener';
  }
  gorusler(kap, d);
  notlar(kap, d);
  const ayrinti = ekle(kap, 'details');
  ekle(ayrinti, 'summary', 'Geçmiş (' + d.history.length + ')');
  const ol = ekle(ayrinti, 'ol', null, 'gecmis');
  d.history.forEach((h) => {
    const li = ekle(ol, 'li');
    ekle(li, 'time', zaman(h.at));
    ekle(li, 'span', ' ' + h.actionLabel + ' — ' + h.who);
    if (h.summary) {
      ekle(li, 'div', h.summary);
    }
  });
}

/** A long text is folded, so that the decision below it stays in sight. */
function metin(kap, yazi) {
  if (yazi.length <= UZUN) {
    ekle(kap, 'p', yazi, 'metin');
    return;
  }
  ekle(kap, 'p', yazi.slice(0, BASI) + '…', 'metin');
  const ayrinti = ekle(kap, 'details');
  ekle(ayrinti, 'summary', 'Tamamını göster');
  ekle(ayrinti, 'p', yazi, 'metin');
}

/** Contact data in the citizen's words are hidden from units; one press shows them, and is logged. */
function iletisim(kap, d) {
  ekle(kap, 'p', 'Metindeki telefon, e-posta ve kimlik numaraları gizlendi.');
  const dugme = ekle(kap, 'button', 'İletişim bilgilerini göster (kaydedilir)', 'btn btn-default');
  dugme.type = 'button';
  dugme.addEventListener('click', async () => {
    const yanit = await fetch(API + encodeURIComponent(d.number) + '/dosya?contacts=true', { headers: { Accept: 'application/json' } }).catch(() => null);
    if (!yanit || !yanit.ok) {
      dugme.textContent = 'Gösterilemedi, yeniden deneyin';
      return;
    }
    const acik = await yanit.json();
    kap.textContent = '';
    const baslik = ekle(kap, 'h3', acik.subject);
    baslik.tabIndex = -1;
    metin(kap, acik.text);
    baslik.focus();
  });
}

/** What other bodies were asked; waiting for it moves no limit. */
function gorusler(kap, d) {
  d.opinions.forEach((g) => {
    const yazi = g.kindLabel + ' istendi: ' + g.body + ' · ' + g.state + ' · son cevap tarihi ' + gun(g.dueOn);
    ekle(kap, 'p', (g.overdue ? '⚠ ' : '') + yazi, g.overdue ? 'uyari' : 'kademe');
    if (g.answer) {
      metin(kap, g.answer);
    }
  });
  if (d.extensionProposed) {
    ekle(kap, 'p', '⚠ Beklenen cevap, son cevap tarihinden önce gelmeyebilir. Cevap süresini bu tarihten önce uzatın.', 'uyari');
  }
}

/** The office's own words; citizens never see them. */
function notlar(kap, d) {
  if (!d.notes.length) {
    return;
  }
  const ayrinti = ekle(kap, 'details');
  ayrinti.open = true;
  ekle(ayrinti, 'summary', 'İç notlar (' + d.notes.length + ')');
  d.notes.forEach((n) => {
    ekle(ayrinti, 'p', zaman(n.at) + ' — ' + n.who, 'kademe');
    metin(ayrinti, n.text);
  });
}

function rozetYazisi(d) {
  const birim = GUNLER[d.deadline.unit];
  if (d.late) {
    return '✗ Süresi geçti';
  }
  return d.daysLeft === 0 ? '⚠ Süresi bugün doluyor' : (d.daysLeft <= 1 ? '⚠ ' : '✓ ') + d.daysLeft + ' ' + birim + ' kaldı';
}

function cevapGoster(form, d) {
  const kap = form.querySelector('.cevap-goster');
  if (!kap || !d.answer) {
    return;
  }
  ekle(kap, 'h3', 'Cevap: ' + d.answer.outcomeLabel);
  if (d.answer.groundLabel) {
    ekle(kap, 'p', 'Dayanak: 4982 sayılı Kanun ' + d.answer.groundLabel);
    d.answer.groundFacts.forEach((g) => ekle(kap, 'p', g.label + ': ' + g.words));
  }
  metin(kap, d.answer.text);
}

function muracaatGoster(form, d) {
  const kap = form.querySelector('.muracaat-goster');
  const acik = d.recourses.find((m) => !m.answeredAt);
  if (!kap || !acik) {
    return;
  }
  ekle(kap, 'h3', acik.placeLabel + ': ' + acik.groundLabel);
  metin(kap, acik.text);
  ekle(kap, 'p', 'Son cevap tarihi: ' + gun(acik.lastDay));
  form.querySelector('[data-muracaat-cevabi]').value = acik.answer || '';
}

// ---- what is chosen ----

function kararlar(form, d) {
  const kap = form.querySelector('[data-kararlar]');
  if (!kap) {
    return;
  }
  d.options.reviewDecisions.forEach((k) => {
    const etiket = ekle(kap, 'label', null, 'secenek');
    const dugme = document.createElement('input');
    dugme.type = 'radio';
    dugme.name = form.dataset.karar;
    dugme.value = k.code;
    etiket.append(dugme, ' ' + k.label);
  });
}

function secenekler(form, d) {
  const birim = form.querySelector('[data-degisken="birim"]');
  if (birim) {
    doldur(birim, d.options.units);
    const oneri = form.querySelector('.oneri');
    if (d.proposedUnit && oneri && !form.dataset.karar) {
      birim.value = d.proposedUnit.code;
      oneri.hidden = false;
      oneri.textContent = 'Öneri: ' + d.proposedUnit.name + '. ' + d.proposedUnit.reason;
    }
  }
  const konu = form.querySelector('[data-degisken="konu"]');
  if (konu) {
    doldur(konu, d.options.topics);
    konu.value = d.topic || '';
  }
}

function doldur(kutu, liste) {
  liste.forEach((s) => {
    const o = document.createElement('option');
    o.value = s.code;
    o.textContent = s.label;
    kutu.append(o);
  });
}

function yalnizAlanlar(form) {
  const guncelle = () => {
    const secili = secim(form);
    form.querySelectorAll('[data-yalniz]').forEach((alan) => {
      alan.hidden = alan.dataset.yalniz !== secili;
    });
  };
  form.addEventListener('change', guncelle);
  guncelle();
}

function secim(form) {
  const ad = form.dataset.karar;
  const secili = ad && form.querySelector('input[name="' + ad + '"]:checked');
  return secili ? secili.value : null;
}

// ---- the answer's draft ----

function cevapAlani(form, d, degisti) {
  if (!form.querySelector('[data-cevap]')) {
    return null;
  }
  const sonuc = form.querySelector('#sonuc');
  const metin = form.querySelector('#metin');
  const dayanak = form.querySelector('#dayanak');
  // Forms that were deployed before have no such field
  const ayirma = form.querySelector('#ayirma') || document.createElement('input');
  const ayirmaAlani = form.querySelector('[data-ayirma]') || ayirma;
  const durum = form.querySelector('.taslak-durumu');
  doldur(sonuc, d.options.outcomes);
  doldur(dayanak, d.options.grounds);
  if (d.answer) {
    sonuc.value = d.answer.outcome;
    metin.value = d.answer.text;
    dayanak.value = d.answer.ground || '';
    ayirma.checked = d.answer.secretPartsRemoved;
  }
  const bilgiler = dayanakBilgileri(form, d, () => sonra());
  bilgiler.goster(d.answer);
  if (d.proposedAnswer) {
    const oneri = ekle(form.querySelector('[data-cevap]'), 'button', 'Ana başvurunun cevabını kullan', 'oneri-dugmesi');
    oneri.type = 'button';
    oneri.addEventListener('click', () => {
      sonuc.value = d.proposedAnswer.outcome;
      metin.value = d.proposedAnswer.text;
      dayanak.value = d.proposedAnswer.ground || '';
      ayirma.checked = d.proposedAnswer.secretPartsRemoved;
      bilgiler.goster(d.proposedAnswer);
      sonra();
    });
  }
  sablonlar(form, d, (sablon) => {
    metin.value = metin.value.trim() ? metin.value.trimEnd() + '\n\n' + sablon.text : sablon.text;
    sonuc.value = sonuc.value || sablon.outcome;
    metin.dispatchEvent(new Event('bosluk'));
    sonra();
    metin.focus();
  });
  bosluklar(metin, () => sonra());
  const dayanakGoster = () => {
    form.querySelector('[data-dayanak]').hidden =
      !(d.options.grounds.length && ['OLUMSUZ', 'KISMEN'].includes(sonuc.value));
    ayirmaAlani.hidden = !d.options.grounds.length || ['', 'OLUMSUZ'].includes(sonuc.value);
  };
  dayanakGoster();
  let kayitli = JSON.stringify(govde());
  let gorulen = etiketi(d);
  let bekleyen = null;

  function ayrildi() {
    return ayirma.checked && !ayirmaAlani.hidden;
  }
  function govde() {
    const dayanakli = !form.querySelector('[data-dayanak]').hidden;
    return {
      outcome: sonuc.value,
      text: metin.value,
      ground: dayanakli ? dayanak.value || null : null,
      ...(dayanakli ? bilgiler.degerler() : {}),
      ...(ayrildi() ? { secretPartsRemoved: true } : {})
    };
  }
  /** A ground whose fields are not filled in yet is refused: while somebody types, the draft is kept without it. */
  function ara() {
    const tam = govde();
    return bilgiler.eksik()
      ? { outcome: tam.outcome, text: tam.text, ground: null, ...(ayrildi() ? { secretPartsRemoved: true } : {}) }
      : tam;
  }
  function kaydet(yarim) {
    clearTimeout(bekleyen);
    const gonderilen = yarim === true ? ara() : govde();
    const simdi = JSON.stringify(gonderilen);
    if (simdi === kayitli || !sonuc.value || !metin.value.trim()) {
      return null;
    }
    const sorun = yaz(d.number, 'cevap', gonderilen, gorulen, (etiket) => { gorulen = etiket; });
    if (sorun) {
      durum.textContent = 'Taslak kaydedilemedi: ' + sorun.map((s) => s.yazi).join(' ');
      if (sorun.cakisma) {
        cakisma();
      }
    } else {
      kayitli = simdi;
      degisti();
      durum.textContent = 'Taslak kaydedildi ' + new Date().toLocaleTimeString('tr-TR', { hour: '2-digit', minute: '2-digit' });
    }
    return sorun;
  }
  const sonra = () => {
    dayanakGoster();
    clearTimeout(bekleyen);
    bekleyen = setTimeout(() => kaydet(true), 1500);
  };
  dayanak.addEventListener('input', () => bilgiler.goster(null));
  [sonuc, metin, dayanak, ayirma].forEach((alan) => alan.addEventListener('input', sonra));
  return {
    kaydet,
    sonra,
    dayanakAlanlari: () => {
      dayanakGoster();
      bilgiler.goster(null);
    },
    cakisma,
    durumu: () => ({ gorulen, temiz: JSON.stringify(govde()) === kayitli }),
    gorulmus: (etiket) => etiket === gorulen
  };

  /** Two people wrote at once: both texts are shown, and whoever sees this decides. */
  async function cakisma() {
    const yanit = await fetch(API + encodeURIComponent(d.number) + '/dosya', { headers: { Accept: 'application/json' } });
    const yeni = yanit.ok ? await yanit.json() : null;
    const onceki = form.querySelector('.cakisma');
    if (onceki) {
      onceki.remove();
    }
    if (!yeni || !yeni.answer || etiketi(yeni) === gorulen) {
      return;
    }
    const kap = document.createElement('section');
    kap.className = 'cakisma';
    kap.setAttribute('role', 'alert');
    durum.after(kap);
    ekle(kap, 'p', 'Siz yazarken bu taslağı başka bir kullanıcı değiştirdi. Kendi metniniz yukarıda duruyor, kaydedilmedi. Diğer metin:');
    ekle(kap, 'p', yeni.answer.outcomeLabel, 'kademe');
    ekle(kap, 'p', yeni.answer.text, 'metin');
    dugme(kap, 'Kendi metnimi kaydet', () => {
      gorulen = yeni.answer.tag;
      kaydet(true);
    });
    dugme(kap, 'Diğer metni kullan', () => {
      gorulen = yeni.answer.tag;
      sonuc.value = yeni.answer.outcome;
      metin.value = yeni.answer.text;
      dayanak.value = yeni.answer.ground || '';
      ayirma.checked = yeni.answer.secretPartsRemoved;
      bilgiler.goster(yeni.answer);
      dayanakGoster();
      kayitli = JSON.stringify(govde());
      durum.textContent = 'Diğer metin alındı.';
      degisti();
    });

    function dugme(nereye, yazi, yap) {
      const b = ekle(nereye, 'button', yazi, 'btn btn-default');
      b.type = 'button';
      b.addEventListener('click', () => {
        yap();
        kap.remove();
        metin.focus();
      });
    }
  }
}

/** The fields that the chosen article demands: which they are, the server says. */
function dayanakBilgileri(form, d, degisti) {
  const kap = form.querySelector('[data-dayanak-alanlari]');
  const dayanak = form.querySelector('#dayanak');
  const alanlar = () => [...kap.querySelectorAll('[data-bilgi]')];

  function goster(cevap) {
    const madde = d.options.grounds.find((g) => g.code === dayanak.value);
    kap.replaceChildren();
    (madde ? madde.fields : []).forEach((alan) => {
      const etiket = ekle(kap, 'label', alan.label);
      const kutu = ekle(kap, alan.type === 'CHOICE' ? 'select' : 'input', '');
      kutu.id = 'dayanak-' + alan.field;
      kutu.dataset.bilgi = alan.field;
      etiket.htmlFor = kutu.id;
      if (alan.type === 'CHOICE') {
        doldur(kutu, [{ code: '', label: 'Seçin' }, ...alan.choices]);
      } else {
        kutu.type = alan.type === 'DATE' ? 'date' : 'text';
        kutu.maxLength = 300;
      }
      const eski = cevap && cevap.groundFacts.find((g) => g.field === alan.field);
      kutu.value = eski ? eski.value : '';
      kutu.addEventListener('input', degisti);
    });
  }
  return {
    goster,
    degerler: () => Object.fromEntries(alanlar().map((kutu) => [kutu.dataset.bilgi, kutu.value.trim() || null])),
    eksik: () => alanlar().some((kutu) => !kutu.value.trim())
  };
}

/** Which version of the draft the file shows; the server says by it whether somebody else saved one since. */
function etiketi(d) {
  return d.answer ? d.answer.tag : 'yok';
}

/** What was typed here before and is not on the server; what somebody else saved meanwhile is not written over. */
function geriGetir(form, sakli, taslak) {
  const once = sakli.bak();
  if (!once) {
    return;
  }
  const degismis = taslak && once.ek.gorulen && !taslak.gorulmus(once.ek.gorulen);
  if (degismis && once.ek.temiz) {
    sakli.unut();
    return;
  }
  sakli.geriGetir(once);
  if (taslak) {
    // The article that came back has fields of its own
    taslak.dayanakAlanlari();
    sakli.geriGetir(once);
  }
  const haber = document.createElement('p');
  haber.className = 'kademe geri-geldi';
  haber.setAttribute('role', 'status');
  haber.textContent = 'Bu sekmede yarım kalan yazınız geri getirildi.';
  form.querySelector('.basvuru-hata').after(haber);
  if (taslak) {
    if (degismis) {
      taslak.cakisma();
    } else {
      taslak.sonra();
    }
  }
}

// ---- what others do meanwhile ----

/** Looks now and then, and whenever somebody comes back to the page, for what was added to the history. */
function buArada(form, d) {
  let bilinen = d.history.length;
  const bak = async () => {
    if (!form.isConnected) {
      clearInterval(saat);
      document.removeEventListener('visibilitychange', bak);
      return;
    }
    if (document.hidden) {
      return;
    }
    const yanit = await fetch(API + encodeURIComponent(d.number) + '/gecmis', { headers: { Accept: 'application/json' } }).catch(() => null);
    if (yanit && yanit.status === 401) {
      hatalar(form, [{ yazi: OTURUM_BITTI }]);
    }
    const satirlar = yanit && yanit.ok ? await yanit.json() : [];
    if (satirlar.length > bilinen) {
      haberVer(form, satirlar.slice(bilinen));
      bilinen = satirlar.length;
    }
  };
  const saat = setInterval(bak, BAKMA_ARASI);
  document.addEventListener('visibilitychange', bak);
}

function haberVer(form, satirlar) {
  let kap = form.querySelector('.bu-arada');
  if (!kap) {
    kap = document.createElement('div');
    kap.className = 'bu-arada';
    kap.setAttribute('role', 'status');
    form.querySelector('.basvuru-hata').after(kap);
    ekle(kap, 'strong', 'Bu arada');
  }
  satirlar.forEach((h) => {
    ekle(kap, 'p', zaman(h.at) + ' ' + h.actionLabel + ' — ' + h.who + (h.summary ? ': ' + h.summary : ''));
  });
}

/** A field for each gap of the text, e.g. {tarih?}; what is written there takes the gap's place. */
function bosluklar(metin, sonra) {
  const kap = document.createElement('div');
  metin.after(kap);
  let gosterilen = '';
  const goster = () => {
    const adlar = [...new Set([...metin.value.matchAll(/\{([^{}?\n]{1,59})\?\}/g)].map((b) => b[1]))];
    if (adlar.join('|') === gosterilen) {
      return;
    }
    gosterilen = adlar.join('|');
    kap.replaceChildren();
    adlar.forEach((ad, sira) => {
      const etiket = ekle(kap, 'label', 'Doldurun: ' + ad);
      const alan = ekle(kap, 'input', '');
      alan.id = 'bosluk-' + sira;
      etiket.htmlFor = alan.id;
      alan.addEventListener('change', () => {
        if (alan.value.trim()) {
          metin.value = metin.value.replaceAll('{' + ad + '?}', () => alan.value.trim());
          goster();
          sonra();
        }
      });
    });
  };
  metin.addEventListener('input', goster);
  metin.addEventListener('bosluk', goster);
  goster();
}

/** What is written already stays; a template is put behind it. */
async function sablonlar(form, d, al) {
  const kutu = form.querySelector('#sablon');
  const yanit = await fetch(API + encodeURIComponent(d.number) + '/sablonlar', { headers: { Accept: 'application/json' } });
  const liste = yanit.ok ? await yanit.json() : [];
  if (!kutu || !liste.length) {
    return;
  }
  const sonucAdi = Object.fromEntries(d.options.outcomes.map((o) => [o.code, o.label]));
  doldur(kutu, liste.map((s) => ({ code: s.id, label: sonucAdi[s.outcome] + ': ' + s.title })));
  form.querySelector('[data-sablon]').hidden = false;
  form.querySelector('#sablon-ekle').addEventListener('click', () => {
    const sablon = liste.find((s) => s.id === kutu.value);
    if (sablon) {
      kutu.value = '';
      al(sablon);
    }
  });
}

// ---- submitting ----

/** What is missing, each with its field. */
function eksikler(form, taslak) {
  const karar = secim(form);
  const eksik = [];
  const iste = (alan, yazi) => {
    if (alan && !alan.value.trim()) {
      eksik.push({ alan, yazi });
    }
  };
  if (taslak && karar === 'CEVAP') {
    iste(form.querySelector('#sonuc'), 'Cevabın sonucunu seçin.');
    iste(form.querySelector('#metin'), 'Cevap metnini yazın.');
  }
  iste(form.querySelector('[data-muracaat-cevabi]'), 'Müracaatın cevabını yazın.');
  if (form.dataset.karar && !karar) {
    eksik.push({ alan: form.querySelector('input[name="' + form.dataset.karar + '"]'), yazi: 'Bir karar seçin.' });
  }
  for (const kutu of form.querySelectorAll('[data-degisken]')) {
    const alan = kutu.closest('[data-yalniz]');
    if (!(alan && alan.hidden) && !('istegeBagli' in kutu.dataset)) {
      iste(kutu, 'Birim seçin.');
    }
  }
  return eksik;
}

/** Returns what the server finds wrong, or null once all is set for the engine. */
function gonder(camForm, form, d, taslak, gerekce) {
  const ad = form.dataset.karar;
  const karar = secim(form);
  if (taslak && karar === 'CEVAP') {
    const sorun = taslak.kaydet();
    if (sorun) {
      return sorun;
    }
  }
  const degerler = ad ? { [ad]: karar } : {};
  for (const kutu of form.querySelectorAll('[data-degisken]')) {
    const alan = kutu.closest('[data-yalniz]');
    if (alan && alan.hidden) {
      continue;
    }
    if (kutu.value) {
      degerler[kutu.dataset.degisken] = kutu.value;
    }
  }
  if (gerekce && (karar || gerekce.value.trim() !== (d.reason || ''))) {
    // The server knows which decision needs a reason, another body or a main application
    const hedef = karar && form.querySelector('[data-yalniz="' + karar + '"] [data-hedef]');
    const not = { text: gerekce.value.trim(), decision: karar, target: hedef ? hedef.value.trim() : null };
    const sorun = yaz(d.number, 'gerekce', not);
    if (sorun) {
      return sorun;
    }
    d.reason = not.text;
  }
  const muracaat = form.querySelector('[data-muracaat-cevabi]');
  if (muracaat) {
    const sorun = yaz(d.number, 'muracaat', { text: muracaat.value.trim() });
    if (sorun) {
      return sorun;
    }
  }
  const degiskenler = camForm.variableManager;
  Object.entries(degerler).forEach(([isim, deger]) => {
    if (degiskenler.variables[isim]) {
      degiskenler.variableValue(isim, deger);
    } else {
      degiskenler.createVariable({ name: isim, type: 'String', value: deger });
    }
  });
  return null;
}

/**
 * Saves before the engine is told; synchronous, because the engine's form asks for a yes or no at once.
 * Returns what is wrong, each with its field where it has one, or null. Of a draft, gorulen is the version it was written upon.
 */
function yaz(no, nereye, govde, gorulen, kaydedildi) {
  const istek = new XMLHttpRequest();
  istek.open('PUT', API + encodeURIComponent(no) + '/' + nereye, false);
  istek.setRequestHeader('Content-Type', 'application/json');
  istek.setRequestHeader('X-MUHATAP-CSRF', cerez('MUHATAP-CSRF'));
  if (gorulen) {
    istek.setRequestHeader('If-Match', '"' + gorulen + '"');
  }
  try {
    istek.send(JSON.stringify(govde));
  } catch (baglantiYok) {
    return [{ yazi: 'Sunucuya ulaşılamıyor. Bağlantınızı kontrol edin.' }];
  }
  if (istek.status >= 200 && istek.status < 300) {
    if (kaydedildi) {
      kaydedildi((istek.getResponseHeader('ETag') || '').replaceAll('"', ''));
    }
    return null;
  }
  if (istek.status === 401) {
    return [{ yazi: OTURUM_BITTI }];
  }
  const sorunlar = okunan(istek.responseText, ALANLAR[nereye]);
  sorunlar.cakisma = Boolean(gorulen) && istek.status === 409;
  return sorunlar;
}

function okunan(yanit, alanlar) {
  try {
    const sorun = JSON.parse(yanit);
    return sorun.errors
      ? sorun.errors.map((h) => ({ alan: document.querySelector('.basvuru-formu ' + alanlar[h.field]), yazi: h.message }))
      : [{ yazi: sorun.detail || 'Kaydedilemedi.' }];
  } catch (okunamadi) {
    return [{ yazi: 'Kaydedilemedi.' }];
  }
}

function cerez(ad) {
  const bulunan = document.cookie.split('; ').find((c) => c.startsWith(ad + '='));
  return bulunan ? decodeURIComponent(bulunan.slice(ad.length + 1)) : '';
}

// ---- small things ----

/** All errors on top, each a way to its field, and beside the field again. */
function hatalar(form, liste) {
  form.querySelectorAll('.alan-hatasi').forEach((yazi) => yazi.remove());
  form.querySelectorAll('[aria-invalid]').forEach((alan) => {
    alan.removeAttribute('aria-invalid');
    alan.removeAttribute('aria-describedby');
  });
  const kap = form.querySelector('.basvuru-hata');
  kap.replaceChildren();
  kap.hidden = !liste.length;
  if (!liste.length) {
    return;
  }
  const ul = ekle(kap, 'ul');
  liste.forEach(({ alan, yazi }, sira) => {
    const li = ekle(ul, 'li');
    if (!alan) {
      li.textContent = yazi;
      return;
    }
    const bag = ekle(li, 'a', yazi);
    // Tasklist reads its own state from the address, so that a fragment may not stand there
    bag.href = '';
    bag.addEventListener('click', (olay) => {
      olay.preventDefault();
      alan.focus();
    });
    const yaninda = document.createElement('p');
    yaninda.className = 'alan-hatasi';
    yaninda.id = 'alan-hatasi-' + sira;
    yaninda.textContent = yazi;
    if (alan.type === 'radio') {
      alan.closest('fieldset').querySelector('legend').after(yaninda);
    } else {
      alan.before(yaninda);
    }
    alan.setAttribute('aria-invalid', 'true');
    alan.setAttribute('aria-describedby', yaninda.id);
  });
  if (liste.some(({ yazi }) => yazi === OTURUM_BITTI)) {
    const giris = ekle(kap, 'a', 'Yeni sekmede giriş yap');
    giris.href = '/giris';
    giris.target = '_blank';
    giris.rel = 'noopener';
  }
  kap.focus();
}

function ekle(kap, etiket, yazi, sinif) {
  const oge = document.createElement(etiket);
  if (yazi !== null && yazi !== undefined) {
    oge.textContent = yazi;
  }
  if (sinif) {
    oge.className = sinif;
  }
  kap.append(oge);
  return oge;
}

function satir(liste, ad, deger) {
  if (deger) {
    const kap = ekle(liste, 'div');
    ekle(kap, 'dt', ad);
    ekle(kap, 'dd', deger);
  }
}

function gun(iso) {
  const [y, a, g] = iso.split('-');
  return g + '.' + a + '.' + y;
}

function zaman(iso) {
  return gun(iso.slice(0, 10)) + ' ' + iso.slice(11, 16);
}
