// While the demonstration is set back, says how far it is; the answer to the form brings the page that follows.
"use strict";
{
  const form = document.getElementById("sifirla");
  const place = document.getElementById("sifirlama");
  const show = async () => {
    try {
      const answer = await fetch("/demo/reset", { headers: { Accept: "application/json" } });
      const { running, step, done, total } = await answer.json();
      if (running) {
        place.textContent = total > 0 ? `${step}: ${done} / ${total}` : `${step}…`;
      }
    } catch {
      // The page is about to be left.
    }
  };
  form.addEventListener("submit", () => {
    form.querySelector("button").disabled = true;
    place.textContent = "Tanıtım sıfırlanıyor…";
    setInterval(show, 1000);
  });
}
