// The models of each chain, with what is told of them.

const kinds = {
  density: densityStage,
  scatter: scatterStage,
  bars: barsStage,
  images: imagesStage,
  texts: textsStage,
  regression: regressionStage,
};
const reading = element("div", { id: "reading", hidden: "", "aria-hidden": "true" });

function showReading(event, heading, lines) {
  reading.replaceChildren(
    element("strong", { dir: "auto" }, heading),
    ...lines.map(([name, value]) => element("div", { dir: "auto" }, name + " ", element("b", {}, value))),
  );
  reading.hidden = false;
  const x = Math.min(event.clientX + 14, innerWidth - reading.offsetWidth - 8);
  const y =
    event.clientY + 18 + reading.offsetHeight > innerHeight
      ? event.clientY - reading.offsetHeight - 10
      : event.clientY + 18;
  reading.style.left = `${Math.max(4, x)}px`;
  reading.style.top = `${Math.max(4, y)}px`;
}

function hideReading() {
  reading.hidden = true;
}

// The newest thing that happened up to a generation, with its reason; at the end what became of the chain.
function toldAt(column, index) {
  const last = column.moments.length - 1;
  if (index >= last && last > 0 && column.end) return column.end;
  const events = column.events.filter(([generation]) => generation <= stops[Math.min(index, last)]);
  return events.length ? events.at(-1).slice(1) : ["", ""];
}

class CanvasView {
  constructor(column, stage) {
    this.moments = column.moments;
    this.canvas = element("canvas", { role: "img", class: "stage" });
    this.element = element("div", { class: "stagebox" }, this.canvas);
    this.stage = stage;
    this.width = 0; // that the height is for
    followWidth(this.element, () => this.show(player.index));
    // A telephone's window changes its height while one scrolls; that of a computer only when it is meant.
    addEventListener("resize", () => {
      if (!matchMedia("(pointer: fine)").matches) return;
      this.width = 0;
      this.show(player.index);
    });
    this.canvas.addEventListener("pointermove", (event) => this.point(event));
    this.canvas.addEventListener("pointerleave", hideReading);
  }
  size() {
    const width = this.element.clientWidth;
    if (width === this.width) return [width, this.height];
    const shape = this.stage.shape ?? 0.56;
    const least = this.stage.shape && width < 560 ? 1.5 * width : 220;
    this.width = width;
    this.height = Math.round(Math.min(Math.max(shape * width, least), 0.5 * Math.max(innerHeight, 520)));
    return [this.width, this.height];
  }
  indexOf(index) {
    return Math.min(index, this.moments.length - 1);
  }
  show(index) {
    const [width, height] = this.size();
    if (width < 40) return;
    const dots = Math.min(3, devicePixelRatio || 1);
    this.canvas.width = Math.round(width * dots);
    this.canvas.height = Math.round(height * dots);
    this.canvas.style.height = `${height}px`;
    const context = this.canvas.getContext("2d");
    context.scale(dots, dots);
    context.clearRect(0, 0, width, height);
    if (this.moments[this.indexOf(index)]) this.stage.draw(context, width, height, this.indexOf(index));
    else {
      context.font = fontOf(14);
      context.fillStyle = colours().muted;
      context.fillText(words("noModel"), 16, 32);
    }
  }
  point(event) {
    const at = this.indexOf(player.index);
    const found = this.moments[at] && this.stage.read(event.offsetX, event.offsetY, ...this.size(), at);
    if (found) showReading(event, found.heading, found.lines);
    else hideReading();
  }
}

function stageView(column) {
  const make = kinds[column.stage?.kind];
  if (!make || !column.moments[0]) return null;
  let view = null;
  const stage = make(column.stage, column.moments, () => view?.show(player.index));
  if (stage.element) return { ...stage, stage };
  view = new CanvasView(column, stage);
  return view;
}

function legendOf(stage) {
  return element(
    "p",
    { class: "legend" },
    ...stage
      .legend()
      .map(([kind, text]) =>
        element("span", { class: "entry" }, element("i", { class: `key ${kind}`, "aria-hidden": "true" }), " " + text),
      ),
  );
}

function factList(column) {
  const list = element("dl", { class: "facts" });
  const show = (index) => {
    const facts = column.facts[Math.min(index, column.facts.length - 1)];
    list.replaceChildren(
      ...facts.map(([name, value, before]) =>
        element(
          "div",
          {},
          element("dt", { dir: "auto" }, name),
          element("dd", {}, value, element("small", {}, words("before", before))),
        ),
      ),
    );
  };
  return { list, show };
}

function columnView(column, i) {
  const isAlone = data.columns.length === 1;
  const view = stageView(column);
  const facts = factList(column);
  const heading = element("h2", { class: "columntitle", dir: "auto" });
  if (!isAlone) heading.append(lineMark(i), " ");
  heading.append(column.heading);
  heading.hidden = !column.heading;
  const told = element("p", { class: "line", dir: "auto", "aria-live": "polite" });
  const section = element(
    "section",
    { class: "column", "data-column": i, "aria-label": column.heading || words("models") },
    heading,
    facts.list,
  );
  if (view) section.append(view.element, legendOf(view.stage));
  if (view?.stage.controls) section.querySelector(".legend").append(view.stage.controls);
  section.append(told);
  if (view?.stage.table) {
    const tableNow = async () => {
      const index = Math.min(player.index, column.moments.length - 1);
      return { title: words("generationNow", stops[index]), ...(await view.stage.table(index)) };
    };
    section.append(tableDetails(tableNow, true));
  }
  const show = (index) => {
    section.style.setProperty("--now", colourOf(Math.min(index, column.moments.length - 1)));
    view?.show(index);
    facts.show(index);
    told.setAttribute("aria-live", player.isPlaying ? "off" : "polite");
    const [sentence, reason] = toldAt(column, index);
    if (told.dataset.sentence !== sentence) {
      told.dataset.sentence = sentence;
      told.replaceChildren(sentence, " ", element("span", { class: "muted" }, reason));
    }
    const spoken = column.facts[Math.min(index, column.facts.length - 1)]
      .map(([name, value]) => `${name} ${value}`)
      .join("; ");
    view?.canvas?.setAttribute("aria-label", words("stageNow", generationText(index), spoken));
  };
  player.views.push({ show });
  return section;
}
