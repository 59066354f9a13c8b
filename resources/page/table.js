// The numbers behind a picture, for those who read them rather than see them: made when they are first asked for.

function cellText(cell) {
  return typeof cell === "number" ? numberText(cell, 5) : cell;
}

// As a spreadsheet takes it: columns parted by tabs, every digit of a number. Words never begin a formula.
function tabbed({ headers, rows }) {
  const plain = (cell) =>
    typeof cell === "number"
      ? Number.isNaN(cell)
        ? ""
        : String(cell)
      : cell.replace(/[\t\r\n]/g, " ").replace(/^(?=[=+\-@])/, "'");
  return [headers, ...rows].map((row) => row.map(plain).join("\t")).join("\n") + "\n";
}

// Without leave for the clipboard, as in a frame, the old way may still do.
function copySelected(text) {
  const area = element("textarea", {});
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

async function copyText(text, note) {
  const done = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  note.textContent = words(done || copySelected(text) ? "copied" : "notCopied");
}

function copyButton(textOf) {
  const note = element("span", { role: "status", class: "muted" });
  const copy = element("button", { type: "button", class: "copy" }, words("copy"));
  copy.addEventListener("click", async () => copyText(await textOf(), note));
  return element("p", {}, copy, " ", note);
}

function tableElement({ title, headers, rows }) {
  const row = (cells, tag) =>
    element(
      "tr",
      {},
      ...cells.map((cell) =>
        element(tag, typeof cell === "number" ? { "data-value": String(cell) } : { dir: "auto" }, cellText(cell)),
      ),
    );
  const table = element(
    "table",
    {},
    element("caption", {}, title),
    element("thead", {}, row(headers, "th")),
    element("tbody", {}, ...rows.map((cells) => row(cells, "td"))),
  );
  return element("div", { class: "wide", tabindex: "0", role: "region", "aria-label": title }, table);
}

// tableOf(): {title, headers, rows}, now or later. follows: the table is of the generation that is shown. note: stands
// above it.
function tableDetails(tableOf, follows, note = "") {
  const details = element("details", { class: "table" }, element("summary", {}, words("numbers")));
  if (note) details.append(element("p", { class: "muted", dir: "auto" }, note));
  const body = element("div", {});
  details.append(body);
  let wanted = 0;
  const fill = async () => {
    const mine = ++wanted;
    const table = await tableOf();
    if (mine === wanted)
      body.replaceChildren(
        tableElement(table),
        copyButton(async () => tabbed(await tableOf())),
      );
  };
  details.addEventListener("toggle", () => {
    if (details.open && (follows || !body.hasChildNodes())) fill();
  });
  if (follows) player.views.push({ show: () => details.open && !player.isPlaying && fill() });
  return details;
}
