// The page is put together, and follows its address: page.html#generation=12&play&embed.

function readAddress() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  document.body.classList.toggle("embedded", wanted.has("embed"));
  if (wanted.has("tables")) for (const details of document.querySelectorAll("details")) details.open = true;
  const soFar = document.getElementById("sofar");
  if (wanted.has("sofar") && !soFar.checked) soFar.click();
  if (wanted.has("generation")) player.goTo(Number(wanted.get("generation")));
  if (wanted.has("play")) player.play();
}

function followLinks() {
  addEventListener("hashchange", readAddress);
  document.getElementById("told").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    player.goTo(Number(new URLSearchParams(link.hash.slice(1)).get("generation")));
    document
      .getElementById("models")
      .scrollIntoView({ block: "start", behavior: prefersStillness.matches ? "auto" : "smooth" });
  });
}

function addCopyButtons() {
  for (const text of document.querySelectorAll(".experiment pre")) text.before(copyButton(() => text.textContent));
}

const charts = data.charts.map((chart) => new ChartView(chart));
player.views.push(...charts);
document.getElementById("models").append(...data.columns.map(columnView));
document.getElementById("charts").setAttribute("aria-label", words("charts"));
document.getElementById("charts").append(chartLegend(), ...charts.map((chart) => chart.figure));
document.getElementById("transport").append(...makeTransport());
document
  .getElementById("play")
  .classList.toggle("alone", data.columns.length === 1 && data.columns[0].stage?.kind !== "texts");
document.getElementById("play").hidden = false;
document.body.append(reading);
listenToKeys();
followLinks();
addCopyButtons();
prefersDark.addEventListener("change", () => player.change());
addEventListener("beforeprint", () => player.pause());
player.change();
player.goTo(data.shown);
readAddress();
