// States as bars, most frequent of generation 0 first. What is extinct stays as a hollow bar; where a bar stands for
// several states a strip below it shows how many of them live.

const logBars = { isOn: false, boxes: [] }; // in all columns

function logSwitch() {
  const box = element("input", { type: "checkbox" });
  logBars.boxes.push(box);
  box.addEventListener("change", () => {
    logBars.isOn = box.checked;
    for (const other of logBars.boxes) other.checked = box.checked;
    player.change();
  });
  return element("label", { class: "switch" }, box, " " + words("logScale"));
}

function barsStage(stage, moments) {
  const before = moments[0].now;
  const isSeveral = stage.each > 1;
  const sizeOf = (bar) => Math.min(stage.each, stage.states - bar * stage.each);
  const nameOf = (bar) =>
    isSeveral
      ? words("ranks", sizeOf(bar), bar * stage.each + 1, bar * stage.each + sizeOf(bar))
      : stage.areWords
        ? stage.names[bar]
        : words("state", stage.names[bar]);
  const aliveOf = (index, bar) => (isSeveral ? moments[index].alive[bar] : moments[index].now[bar] > 0 ? 1 : 0);

  const isRanked = isSeveral || stage.names.every((name, i) => name === String(i + 1));

  function ticks(width) {
    const most = Math.max(2, Math.floor(width / (stage.areWords ? 64 : 44)));
    if (isRanked)
      return evenTicks([1, stage.states], most, true).map((rank) => [(rank - 0.5) / stage.each, String(rank)]);
    const named = [];
    const every = Math.max(1, Math.ceil(before.length / most));
    for (let bar = 0; bar < before.length; bar += every) {
      const name = stage.names[bar];
      const room = Math.max(3, Math.floor((every * width) / before.length / 7));
      const letters = [...name];
      named.push([bar + 0.5, letters.length > room ? letters.slice(0, room - 1).join("") + "…" : name]);
    }
    return named;
  }

  function plotOf(context, width, height) {
    return new Plot(
      context,
      width,
      height,
      { range: [0, before.length], ticks: ticks(width - 66), title: words("statesAxis") },
      numberAxis(range(), height / 56, words("probability"), logBars.isOn),
      8,
    );
  }

  function range() {
    return logBars.isOn ? [stage.least / 3, Math.max(stage.top, 3 * stage.least)] : [0, stage.top];
  }

  function drawBar(plot, index, bar) {
    const c = plot.context;
    const wide = plot.width / before.length;
    const gap = wide > 8 ? Math.min(8, wide * 0.22) : 0;
    const left = plot.atX(bar) + gap / 2;
    const width = Math.max(1, wide - gap);
    const [lowest, highest] = range();
    const heightOf = (value) => (value <= 0 ? 0 : plot.bottom - plot.atY(Math.min(Math.max(value, lowest), highest)));
    const then = heightOf(before[bar]);
    const now = heightOf(moments[index].now[bar]);
    if (aliveOf(index, bar) === 0) {
      c.strokeStyle = colours().muted;
      c.lineWidth = 1;
      c.strokeRect(left + 0.5, plot.bottom - then, Math.max(0.5, width - 1), then);
      return;
    }
    const inset = width > 10 ? width * 0.16 : 0;
    c.fillStyle = withAlpha(colours().ramp[0], prefersDark.matches ? 0.3 : 0.2);
    c.fillRect(left, plot.bottom - then, width, then);
    c.fillStyle = colourOf(index);
    c.fillRect(left + inset, plot.bottom - now, width - 2 * inset, now);
    c.fillStyle = colours().ramp[0];
    if (before[bar] <= stage.top) c.fillRect(left, plot.bottom - then - 1, width, 2);
    c.fillStyle = colours().text;
    if (moments[index].now[bar] > stage.top) c.fillRect(left + inset, plot.top, width - 2 * inset, 3);
  }

  function drawLife(plot, index) {
    const c = plot.context;
    const wide = plot.width / before.length;
    before.forEach((_, bar) => {
      const alive = 6 * (aliveOf(index, bar) / sizeOf(bar));
      const width = Math.max(0.5, wide - (wide > 4 ? 1 : 0));
      c.fillStyle = colours().grid;
      c.fillRect(plot.atX(bar), plot.bottom + 4, width, 6);
      c.fillStyle = colourOf(index);
      c.fillRect(plot.atX(bar), plot.bottom + 10 - alive, width, alive);
    });
  }

  function sayOverflow(plot, index) {
    const highest = Math.max(...moments[index].now);
    if (highest <= stage.top) return;
    const bar = moments[index].now.indexOf(highest);
    const c = plot.context;
    c.font = fontOf(12, 600);
    c.fillStyle = colours().text;
    c.textBaseline = "top";
    const isRight = plot.atX(bar + 1) > plot.right - 120;
    c.textAlign = isRight ? "right" : "left";
    c.fillText(words("upTo", numberText(highest)), isRight ? plot.atX(bar) - 6 : plot.atX(bar + 1) + 6, plot.top + 4);
  }

  return {
    controls: logSwitch(),
    draw(context, width, height, index) {
      const plot = plotOf(context, width, height);
      plot.grid();
      before.forEach((_, bar) => drawBar(plot, index, bar));
      drawLife(plot, index);
      sayOverflow(plot, index);
      plot.axes(8);
    },
    read(px, py, width, height, index) {
      const plot = plotOf(null, width, height);
      if (!plot.contains(px, Math.min(py, plot.bottom))) return null;
      const bar = Math.min(before.length - 1, Math.floor(plot.valueX(px)));
      const now = moments[index].now[bar];
      const lines = [
        [words("probabilityOf", stops[index]), aliveOf(index, bar) > 0 ? numberText(now) : words("extinct")],
        [words("probabilityOf", 0), numberText(before[bar])],
      ];
      if (isSeveral) lines.push([words("alive"), words("aliveOf", aliveOf(index, bar), sizeOf(bar))]);
      return { heading: nameOf(bar), lines };
    },
    table(index) {
      const headers = [words("stateHead"), words("probabilityOf", 0), words("probabilityOf", stops[index])];
      return { headers, rows: before.map((then, bar) => [nameOf(bar), then, moments[index].now[bar]]) };
    },
    legend: () => [
      ["ghost", words("generationZero")],
      ["fill", words("thisGeneration")],
      ["hollow", words("extinctLegend")],
    ],
  };
}
