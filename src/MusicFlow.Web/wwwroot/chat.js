// The try-it page without reloads. Everything works without this file; it only saves the visitor a page load.
const log = document.getElementById("log");
const ask = document.getElementById("ask");

if (log && ask) {
  const text = document.getElementById("text");
  document.addEventListener("submit", (event) => {
    if (event.target !== ask && event.target.id !== "press") return;
    event.preventDefault();
    if (document.body.classList.contains("waiting")) return;
    send(event.target, event.submitter);
  });
  showEnd();

  async function send(form, button) {
    const fields = new FormData(form, button);
    const typed = fields.get("text");
    const waiting = wait(typed ?? button?.textContent ?? "");
    try {
      const response = await fetch(form.action, { method: "POST", body: fields, headers: { "X-Fragment": "1" } });
      const html = await response.text();
      // Anything but a turn or a notice of this site is a fault on the way.
      if (!response.headers.get("content-type")?.startsWith("text/html")) throw new Error("no page");
      if (typed !== null && response.ok) text.value = "";
      show(html, response.headers.get("X-Replaces"), waiting);
    } catch {
      waiting.querySelector(".pending").textContent = log.dataset.offline;
    } finally {
      document.body.classList.remove("waiting");
      if (typed !== null) text.focus();
    }
  }

  function wait(asked) {
    document.body.classList.add("waiting");
    document.querySelector(".hero")?.classList.add("small-hero");
    const turn = document.createElement("section");
    turn.className = "turn";
    const bubble = document.createElement("p");
    bubble.className = "asked";
    bubble.dir = "auto";
    bubble.textContent = asked;
    const pending = document.createElement("p");
    pending.className = "pending";
    pending.textContent = log.dataset.thinking;
    turn.append(bubble, pending);
    log.append(turn);
    showEnd();
    return turn;
  }

  function show(html, replaces, waiting) {
    const place = document.createElement("template");
    place.innerHTML = html;
    const turn = place.content.firstElementChild;
    const old = replaces && document.getElementById(replaces);
    if (old) {
      old.replaceWith(turn);
      waiting.remove();
      turn.scrollIntoView({ block: "nearest" });
      // The pressed button is gone; the keyboard goes on where it was.
      turn.querySelector("button")?.focus({ preventScroll: true });
    } else {
      waiting.replaceWith(turn);
      turn.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
    }
  }

  function showEnd() {
    log.lastElementChild?.scrollIntoView({ block: "end" });
  }

  function calm() {
    return matchMedia("(prefers-reduced-motion: reduce)").matches;
  }
}
