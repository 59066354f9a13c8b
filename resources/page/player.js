// Which generation is shown, and how one goes from one to another. All views follow it.

const player = {
  index: 0,
  isPlaying: false,
  hidesFuture: data.hidesFuture,
  speed: 0, // generations of the page a second
  views: [], // told with show(index), and change() where all is to be drawn anew
  timer: 0,

  get last() {
    return stops.length - 1;
  },
  go(index) {
    this.index = Math.max(0, Math.min(this.last, Math.round(index)));
    this.tell();
  },
  // The nearest generation that the page holds.
  goTo(generation) {
    let nearest = 0;
    for (let i = 0; i < stops.length; ++i)
      if (Math.abs(stops[i] - generation) < Math.abs(stops[nearest] - generation)) nearest = i;
    this.go(nearest);
  },
  tell() {
    for (const view of this.views) view.show(this.index);
  },
  change() {
    for (const view of this.views) (view.change ?? view.show).call(view, this.index);
  },
  play() {
    if (this.index >= this.last) this.index = 0;
    this.isPlaying = true;
    this.schedule();
    this.tell();
  },
  pause() {
    clearTimeout(this.timer);
    this.isPlaying = false;
    this.tell();
  },
  toggle() {
    if (this.isPlaying) this.pause();
    else this.play();
  },
  schedule() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.index >= this.last) {
        this.pause();
        return;
      }
      this.go(this.index + 1);
      this.schedule();
    }, 1000 / this.speed);
  },
};

const kSpeeds = [0.5, 1, 2, 5, 10, 20, 50];

// About a quarter of a minute for the whole run; those who want little motion get one a second.
function usualSpeed() {
  if (prefersStillness.matches) return 1;
  return kSpeeds.find((speed) => stops.length / speed <= 15) ?? kSpeeds.at(-1);
}

function generationText(index) {
  return words("generation", stops[index], data.last);
}

// Below the slider: where a mark or an event lies, as a button that leads there.
function timelineMarks() {
  const row = element("div", { class: "marks" });
  const add = (generation, kind, label) => {
    const mark = element("button", {
      type: "button",
      class: `mark ${kind}`,
      title: label,
      "aria-label": label,
      tabindex: "-1",
    });
    let index = stops.findIndex((stop) => stop >= generation);
    if (index < 0) index = player.last;
    mark.style.left = `${(100 * index) / Math.max(1, player.last)}%`;
    mark.addEventListener("click", () => player.go(index));
    row.append(mark);
  };
  for (const column of data.columns) {
    const name = column.title ? column.title + ": " : "";
    for (const [generation, sentence] of column.events) add(generation, "event", name + sentence);
    if (column.marks.early) add(column.marks.early[0], "early", name + column.marks.early[1]);
    if (column.marks.late) add(column.marks.late[0], "late", name + column.marks.late[1]);
    if (column.marks.copying) add(column.marks.copying[0], "copying", name + column.marks.copying[1]);
  }
  return row;
}

function button(name, sign, act) {
  const made = element("button", { type: "button", "aria-label": words(name), title: words(name) }, sign);
  made.addEventListener("click", act);
  return made;
}

function speedChooser() {
  const chooser = element("select", { id: "speed" });
  for (const speed of kSpeeds) chooser.append(element("option", { value: speed }, words("perSecond", speed)));
  chooser.value = player.speed;
  chooser.addEventListener("change", () => {
    player.speed = Number(chooser.value);
    if (player.isPlaying) player.schedule();
  });
  return element("label", {}, words("speed") + " ", chooser);
}

function futureSwitch() {
  const box = element("input", { type: "checkbox", id: "sofar" });
  box.checked = player.hidesFuture;
  box.addEventListener("change", () => {
    player.hidesFuture = box.checked;
    player.change();
  });
  return element("label", { title: words("soFarHelp") }, box, " " + words("soFar"));
}

// What the ring and the disc under the slider mean, where there are any.
function markLegend() {
  const entries = ["early", "late", "copying"].filter((kind) => data.columns.some((column) => column.marks[kind]));
  return element(
    "span",
    { class: "legend" },
    ...entries.map((kind) =>
      element(
        "span",
        { class: "entry", title: data[kind] },
        element("i", { class: `key ${kind}`, "aria-hidden": "true" }),
        " " + words(kind),
      ),
    ),
  );
}

function makeTransport() {
  player.speed = usualSpeed();
  const slider = element("input", {
    type: "range",
    id: "generation",
    min: 0,
    max: player.last,
    step: 1,
    "aria-label": words("slider"),
  });
  slider.addEventListener("input", () => player.go(Number(slider.value)));
  const toggle = button("play", "▶", () => player.toggle());
  toggle.id = "toggle";
  const shown = element("output", { for: "generation", class: "shown" });
  player.views.push({
    show(index) {
      slider.value = index;
      slider.setAttribute("aria-valuetext", generationText(index));
      shown.textContent = generationText(index);
      const name = words(player.isPlaying ? "pause" : "play");
      toggle.textContent = player.isPlaying ? "❚❚" : "▶";
      toggle.setAttribute("aria-label", name);
      toggle.title = name;
    },
  });
  const buttons = element(
    "div",
    { class: "buttons", role: "group", "aria-label": words("transport") },
    button("first", "⇤", () => player.go(0)),
    button("previous", "←", () => player.go(player.index - 1)),
    toggle,
    button("next", "→", () => player.go(player.index + 1)),
    button("last", "⇥", () => player.go(player.last)),
    shown,
    speedChooser(),
    futureSwitch(),
    markLegend(),
  );
  return [element("div", { class: "slider" }, slider, timelineMarks()), buttons];
}

// Keys that no control in focus wants for itself.
function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    const within = (what) => event.target.closest?.(what);
    if (event.ctrlKey || event.altKey || event.metaKey || within("select, textarea, pre, .wide, input[type=checkbox]"))
      return;
    if (event.key === " " ? within("button, summary, a") : within("input")) return; // the slider has keys of its own
    const moves = { ArrowLeft: player.index - 1, ArrowRight: player.index + 1, Home: 0, End: player.last };
    if (event.key === " ") player.toggle();
    else if (event.key in moves) player.go(moves[event.key]);
    else return;
    event.preventDefault();
  });
}
