"use strict";
// The page is whole without this script: it only searches, filters and sorts the ledgers, and opens workings.
(() => {
  const language = document.documentElement.lang;
  const collator = new Intl.Collator(language, { numeric: true });

  // As the library folds names: without accents, case, vowel marks, tatweel, and with one form of alif and ya.
  const fold = (text) =>
    text
      .normalize("NFKD")
      .replace(/[\p{M}\u0640\u200c-\u200f\u202a-\u202e\u2066-\u2069]/gu, "")
      .toLowerCase()
      .replace(/[\u0671\u0622\u0623\u0625]/g, "\u0627")
      .replace(/\u0649/g, "\u064a")
      .replace(/\u0629/g, "\u0647")
      .replace(/œ/g, "oe")
      .replace(/æ/g, "ae")
      .replace(/[\s\u00a0\u202f'’.,-]+/g, " ")
      .trim();

  const open = (details) => {
    details.open = true;
    details.querySelector("summary").focus();
  };

  const ledger = (box) => {
    const table = box.querySelector("table");
    const form = box.querySelector("form");
    const count = box.querySelector(".count");
    const none = box.querySelector(".none");
    const search = form.querySelector("input");
    const selects = [...form.querySelectorAll("label:not(.order) select")];
    const order = form.querySelector(".order select");
    const heads = [...table.tHead.rows[0].cells];
    const entries = [...table.tBodies].map((body) => ({
      body,
      cells: body.rows[0].cells,
      text: fold(`${body.rows[0].textContent} ${body.dataset.also || ""}`),
      groups: body.dataset.in.split("|").map((each) => each.split(" ")),
    }));

    const filter = () => {
      const asked = fold(search.value).split(" ");
      let shown = 0;
      for (const { body, text, groups } of entries) {
        const fits =
          asked.every((word) => text.includes(word)) &&
          selects.every((select, at) => select.value === "" || groups[at].includes(select.value));
        body.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      count.textContent = box.dataset.shown.replace("{shown}", shown);
      none.hidden = shown > 0;
    };

    const sort = (at, way) => {
      heads.forEach((head, other) =>
        other === at ? head.setAttribute("aria-sort", way) : head.removeAttribute("aria-sort"),
      );
      order.value = at < 0 ? "" : `${at} ${way}`;
      const key = ({ cells }) => (at < 0 ? "" : (cells[at].dataset.by ?? cells[at].textContent.trim()));
      const turn = way === "descending" ? -1 : 1;
      const sorted = entries
        .map((entry, place) => ({ entry, place, by: key(entry) }))
        .sort((one, other) => {
          // What has no value stands last, whichever way round.
          if (!one.by || !other.by) return !one.by - !other.by || one.place - other.place;
          return turn * collator.compare(one.by, other.by) || one.place - other.place;
        });
      table.append(...sorted.map(({ entry }) => entry.body));
    };

    heads.forEach((head, at) => {
      if (!head.dataset.sort) return;
      const button = document.createElement("button");
      button.type = "button";
      button.title = head.dataset.sort;
      button.append(...head.childNodes);
      button.addEventListener("click", () =>
        sort(at, head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending"),
      );
      head.append(button);
    });
    order.addEventListener("input", () => {
      const [at, way] = order.value.split(" ");
      sort(at ? Number(at) : -1, way);
    });
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () =>
      setTimeout(() => {
        filter();
        sort(-1);
      }),
    );
    form.hidden = false;
    filter(); // browsers may have kept what was typed before
    return { entries, form, filter };
  };

  const ledgers = [...document.querySelectorAll(".ledger")].map(ledger);

  // A link to an entry shows it, should a filter hide it, and opens it.
  const follow = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (const { entries, form, filter } of ledgers) {
      if (target.hidden && entries.some(({ body }) => body === target)) {
        for (const control of form.querySelectorAll("input, label:not(.order) select")) control.value = "";
        filter();
      }
    }
    if (target.tagName === "TBODY") open(target.querySelector("details"));
    target.scrollIntoView({ block: "nearest" });
  };
  addEventListener("hashchange", follow);
  follow();

  // Paper shows what the reader opened, and the working of each key figure.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".card details:not([open])")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
})();
