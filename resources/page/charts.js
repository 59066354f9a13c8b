// Charts of metrics by generation: of each column a line, as the window draws them.

const kChart = { height: 168, left: 46, right: 10, top: 8, bottom: 20 };
const kShapes = [
  (r) => drawing("circle", { r }),
  (r) => drawing("rect", { x: -0.9 * r, y: -0.9 * r, width: 1.8 * r, height: 1.8 * r }),
  (r) => drawing("path", { d: `M0 ${-1.2 * r}L${1.15 * r} ${r}L${-1.15 * r} ${r}Z` }),
  (r) => drawing("path", { d: `M0 ${-1.35 * r}L${1.35 * r} 0L0 ${1.35 * r}L${-1.35 * r} 0Z` }),
];
const kPointsApart = 64;

function markOf(line) {
  return data.colours.marks[line % data.colours.marks.length];
}

function lineColour(line) {
  return `var(--line${line % data.colours.marks.length})`;
}

function pointMark(line, x, y, r = 3.4) {
  const point = kShapes[markOf(line).shape](r);
  point.setAttribute("transform", `translate(${x} ${y})`);
  point.setAttribute("class", "point");
  point.style.fill = lineColour(line);
  return point;
}

// What stands before a column's title: its line, with its point.
function lineMark(line) {
  const stroke = drawing("line", { x1: 0, x2: 28, y1: 7, y2: 7, class: "value" });
  stroke.style.stroke = lineColour(line);
  stroke.style.strokeDasharray = markOf(line).dashes.join(" ");
  return drawing(
    "svg",
    { width: 28, height: 14, "aria-hidden": "true", class: "linemark" },
    stroke,
    pointMark(line, 14, 7, 4),
  );
}

// One line of the list that says what a chart's value is in a generation: [name, value].
function readingOf(chart, index) {
  const lines = [];
  chart.lines.forEach((line, i) => {
    const name = data.columns[i].title || words("value");
    const value = valueOf(line.values[Math.min(index, line.values.length - 1)]);
    lines.push([name, numberText(value, 4)]);
    if (line.low)
      lines.push([
        words("band"),
        words("fromTo", numberText(valueOf(line.low[index])), numberText(valueOf(line.high[index]))),
      ]);
    if (line.theory) lines.push([line.theoryName, numberText(valueOf(line.theory[index]), 4)]);
    if (line.theoryLow)
      lines.push([
        line.theoryEdge,
        words("fromTo", numberText(valueOf(line.theoryLow[index])), numberText(valueOf(line.theoryHigh[index]))),
      ]);
    if (line.real !== undefined) lines.push([words("realData"), numberText(valueOf(line.real), 4)]);
  });
  for (const curve of chart.published) {
    const value = valueOf(curve.values[index]);
    if (!Number.isNaN(value)) lines.push([curve.label, numberText(value, 4)]);
  }
  return lines;
}

function chartTable(chart) {
  const several = chart.lines.length > 1;
  const headers = [words("generationHead")];
  const columns = [];
  const add = (name, values) => {
    headers.push(name);
    columns.push((values ?? []).map(valueOf));
  };
  chart.lines.forEach((line, i) => {
    const of = (what) => (several ? words("of", what, data.columns[i].title) : what);
    add(of(line.chains > 1 ? words("median") : chart.title), line.values);
    if (line.low) {
      add(of(words("low")), line.low);
      add(of(words("high")), line.high);
    }
    if (line.theory) add(of(line.theoryName), line.theory);
    if (line.theoryLow) {
      add(of(line.theoryEdgeHeads[0]), line.theoryLow);
      add(of(line.theoryEdgeHeads[1]), line.theoryHigh);
    }
  });
  for (const curve of chart.published) add(curve.label, curve.values);
  const count = Math.max(...chart.lines.map((line) => line.values.length));
  const shown = player.hidesFuture ? Math.min(count, player.index + 1) : count;
  const rows = [];
  for (let i = 0; i < shown; ++i) rows.push([stops[i], ...columns.map((values) => values[i] ?? NaN)]);
  return { title: chart.title, headers, rows };
}

class ChartView {
  constructor(chart) {
    this.chart = chart;
    this.id = `chart-${data.charts.indexOf(chart)}`;
    this.value = element("span", { class: "now" });
    this.box = element("div", { class: "canvas" });
    this.details = tableDetails(() => chartTable(chart), false, chart.meaning);
    this.figure = element(
      "figure",
      { class: "chart", "data-metric": chart.metric },
      element("figcaption", { dir: "auto", title: chart.meaning }, element("strong", {}, chart.heading), this.value),
      this.box,
      this.details,
    );
    this.box.addEventListener("pointermove", (event) => this.point(event));
    this.box.addEventListener("pointerleave", () => hideReading());
    this.box.addEventListener("click", (event) => player.go(this.indexAt(event)));
    followWidth(this.box, () => this.change(player.index));
  }

  x(generation) {
    return kChart.left + (generation / Math.max(1, data.last)) * (this.width - kChart.left - kChart.right);
  }
  y(value) {
    const share = shareOf(value, this.chart.range, this.chart.isLog);
    return kChart.height - kChart.bottom - share * (kChart.height - kChart.top - kChart.bottom);
  }
  indexAt(event) {
    const along = event.clientX - this.box.getBoundingClientRect().left;
    const share = (along - kChart.left) / (this.width - kChart.left - kChart.right);
    const wanted = share * data.last;
    let nearest = 0;
    stops.forEach((stop, i) => {
      if (Math.abs(stop - wanted) < Math.abs(stops[nearest] - wanted)) nearest = i;
    });
    return player.hidesFuture ? Math.min(nearest, player.index) : nearest;
  }
  point(event) {
    const index = this.indexAt(event);
    showReading(event, words("generationNow", stops[index]), readingOf(this.chart, index));
  }

  path(values) {
    let path = "";
    let isDrawing = false;
    values.forEach((written, i) => {
      const value = valueOf(written);
      const can = Number.isFinite(value) && (!this.chart.isLog || value > 0);
      if (can) path += `${isDrawing ? "L" : "M"}${this.x(stops[i]).toFixed(1)} ${this.y(value).toFixed(1)}`;
      isDrawing = can;
    });
    return path;
  }
  // Between two lines, as far as both are known; on a logarithmic axis it reaches down to the axis where it ends at 0.
  band(line) {
    const shown = (written) => (this.chart.isLog ? Math.max(valueOf(written), this.chart.range[0]) : valueOf(written));
    const at = (i, written) => `${this.x(stops[i]).toFixed(1)} ${this.y(shown(written)).toFixed(1)}`;
    let path = "";
    let piece = [];
    const end = () => {
      if (piece.length > 1)
        path += `M${piece.map((i) => at(i, line.low[i])).join("L")}L${[...piece]
          .reverse()
          .map((i) => at(i, line.high[i]))
          .join("L")}Z`;
      piece = [];
    };
    line.low.forEach((low, i) => {
      if (Number.isFinite(valueOf(low)) && Number.isFinite(valueOf(line.high[i]))) piece.push(i);
      else end();
    });
    end();
    return path;
  }

  axes() {
    const group = drawing("g", { class: "axes" });
    const right = this.width - kChart.right;
    const bottom = kChart.height - kChart.bottom;
    for (const value of ticksOf(this.chart.range, 4, this.chart.isLog)) {
      const y = this.y(value);
      group.append(
        drawing("line", { x1: kChart.left, x2: right, y1: y, y2: y, class: "grid" }),
        drawing("text", { x: kChart.left - 5, y: y + 4, "text-anchor": "end" }, numberText(value)),
      );
    }
    for (const generation of evenTicks([0, data.last], this.width / 60, true))
      group.append(
        drawing("text", { x: this.x(generation), y: bottom + 15, "text-anchor": "middle" }, String(generation)),
      );
    group.append(drawing("line", { x1: kChart.left, x2: right, y1: bottom, y2: bottom, class: "base" }));
    return group;
  }

  lineDrawing(line, i) {
    const group = drawing("g", {});
    const colour = lineColour(i);
    const add = (kind, d, dashes = "") => {
      const path = drawing("path", { d, class: kind });
      path.style[kind === "spread" ? "fill" : "stroke"] = colour;
      if (dashes) path.style.strokeDasharray = dashes;
      group.append(path);
    };
    if (line.low) add("spread", this.band(line));
    if (line.theory) add("theory", this.path(line.theory), line.theoryDashes.join(" "));
    for (const edge of [line.theoryLow, line.theoryHigh]) if (edge) add("theory edge", this.path(edge));
    add("value", this.path(line.values), markOf(i).dashes.join(" "));
    if (this.chart.lines.length > 1) this.addPoints(group, line, i);
    return group;
  }
  // Those of different lines stand at different generations, so that lines that coincide show both.
  addPoints(group, line, i) {
    const inner = this.width - kChart.left - kChart.right;
    let before = -1;
    for (let along = (kPointsApart * (i + 0.5)) / this.chart.lines.length; along < inner; along += kPointsApart) {
      const wanted = (along / inner) * data.last;
      const at = stops.findIndex((stop) => stop >= wanted);
      const value = valueOf(line.values[at]);
      if (at === before || at < 0 || !Number.isFinite(value) || (this.chart.isLog && value <= 0)) continue;
      before = at;
      group.append(pointMark(i, this.x(stops[at]), this.y(value)));
    }
  }

  marks() {
    const group = drawing("g", {});
    const right = this.width - kChart.right;
    const level = (value, kind) => {
      const y = this.y(value);
      if (Number.isFinite(y)) group.append(drawing("line", { x1: kChart.left, x2: right, y1: y, y2: y, class: kind }));
    };
    if (this.chart.lines.length === 1) level(valueOf(this.chart.lines[0].values[0]), "origin");
    if (this.chart.lines[0].real !== undefined) level(valueOf(this.chart.lines[0].real), "real");
    for (const [generation] of this.chart.lines.flatMap((line) => line.changes ?? []))
      group.append(
        drawing("line", {
          x1: this.x(generation),
          x2: this.x(generation),
          y1: kChart.top,
          y2: kChart.height - kChart.bottom,
          class: "change",
        }),
      );
    for (const curve of this.chart.published)
      curve.values.forEach((written, i) => {
        const value = valueOf(written);
        if (!Number.isFinite(value) || (this.chart.isLog && value <= 0)) return;
        const diamond = kShapes[3](3.4);
        diamond.setAttribute("transform", `translate(${this.x(stops[i])} ${this.y(value)})`);
        diamond.setAttribute("class", "published");
        group.append(diamond);
      });
    return group;
  }

  change(index) {
    this.width = this.box.clientWidth;
    if (this.width < 80) return;
    this.window = drawing("rect", { x: 0, y: 0, height: kChart.height, width: this.width });
    this.cursor = drawing("line", { y1: kChart.top, y2: kChart.height - kChart.bottom, class: "cursor" });
    this.dots = this.chart.lines.map((line, i) => pointMark(i, 0, 0, 4.2));
    const clip = `${this.id}-clip`;
    this.picture = drawing(
      "svg",
      { width: this.width, height: kChart.height, role: "img" },
      drawing("clipPath", { id: clip }, this.window),
      this.axes(),
      drawing(
        "g",
        { "clip-path": `url(#${clip})` },
        this.marks(),
        ...this.chart.lines.map((line, i) => this.lineDrawing(line, i)),
      ),
      this.cursor,
      ...this.dots,
    );
    this.box.replaceChildren(this.picture);
    this.show(index);
  }

  show(index) {
    if (!this.picture) return;
    const x = this.x(stops[index]);
    this.cursor.setAttribute("x1", x);
    this.cursor.setAttribute("x2", x);
    this.window.setAttribute("width", player.hidesFuture ? x + 1 : this.width);
    this.chart.lines.forEach((line, i) => {
      const value = valueOf(line.values[index]);
      const y = this.y(value);
      this.dots[i].setAttribute("visibility", Number.isFinite(y) ? "visible" : "hidden");
      if (Number.isFinite(y)) this.dots[i].setAttribute("transform", `translate(${x} ${y})`);
    });
    const now = this.chart.lines.map((line) =>
      numberText(valueOf(line.values[Math.min(index, line.values.length - 1)])),
    );
    this.value.textContent = this.chart.lines.length === 1 ? now[0] : "";
    const told = now
      .map((value, i) => (data.columns[i].title ? `${data.columns[i].title}: ${value}` : value))
      .join("; ");
    this.picture.setAttribute("aria-label", words("chartNow", this.chart.title, stops[index], told));
  }
}

// What the charts' lines are.
function chartLegend() {
  const entries = [];
  const entry = (kind, text, dashes = []) => {
    const line = drawing("line", { x1: 0, x2: 24, y1: 6, y2: 6, class: kind });
    if (dashes.length) line.style.strokeDasharray = dashes.join(" ");
    entries.push(
      element(
        "span",
        { class: "entry" },
        drawing("svg", { width: 24, height: 12, "aria-hidden": "true" }, line),
        " " + text,
      ),
    );
  };
  const lines = data.charts.flatMap((chart) => chart.lines);
  if (data.columns.length > 1)
    data.columns.forEach((column, i) =>
      entries.push(element("span", { class: "entry", dir: "auto" }, lineMark(i), " " + column.title)),
    );
  if (data.charts.some((chart) => chart.lines.length === 1)) entry("origin", words("generationZero"));
  const theories = new Map(lines.filter((line) => line.theory).map((line) => [line.theoryName, line.theoryDashes]));
  for (const [name, dashes] of theories) entry("theory of", name, dashes);
  for (const name of new Set(lines.filter((line) => line.theoryEdge).map((line) => line.theoryEdge)))
    entry("theory edge of", name);
  if (lines.some((line) => line.real !== undefined)) entry("real", words("realData"));
  if (data.columns.length === 1 && lines.some((line) => line.chains > 1))
    entries.push(element("span", { class: "entry" }, lineMark(0), " " + words("medianLegend")));
  if (lines.some((line) => line.low)) entry("bandline", words("bandLegend"));
  for (const label of new Set(data.charts.flatMap((chart) => chart.published.map((curve) => curve.label)))) {
    const diamond = kShapes[3](3.4);
    diamond.setAttribute("class", "published");
    diamond.setAttribute("transform", "translate(7 6)");
    entries.push(
      element(
        "span",
        { class: "entry", dir: "auto" },
        drawing("svg", { width: 14, height: 12, "aria-hidden": "true" }, diamond),
        " " + label,
      ),
    );
  }
  if (lines.some((line) => line.changes)) entry("change", words("settingsChange"));
  return element("p", { class: "legend" }, ...entries);
}
