// What all parts use: the data, words, numbers, colours, elements.
// Whatever comes from the data is put in as text, never as markup.

const data = JSON.parse(document.getElementById("data").textContent);
const stops = data.generations; // the generations that the page holds; an index counts these

// words("generation", 12, 200): the sentence of that name, with its values.
function words(name, ...values) {
  return data.words[name].replace(/%(\d)/g, (place, n) => values[n - 1] ?? place);
}

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function drawing(tag, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// A value of the data: null is absent, words are infinite.
function valueOf(written) {
  return written === null || written === undefined ? NaN : Number(written);
}

function powerOfTen(exponent) {
  const digits = { "-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" };
  return "10" + [...String(exponent)].map((digit) => digits[digit]).join("");
}

// Short and plain, as the window writes numbers: 12, 0.05, 1.2×10⁻⁹.
function numberText(value, digits = 3) {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  let text;
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) {
    const [front, exponent] = value.toExponential(Math.max(2, digits - 1) - 1).split("e");
    const factor = String(Number(front));
    const power = powerOfTen(Number(exponent));
    text = factor === "1" ? power : factor === "-1" ? "-" + power : factor + "×" + power;
  } else {
    const kept = digits < 4 && size >= 1000 ? 4 : digits;
    text = size >= 10 ** kept ? value.toFixed(0) : String(Number(value.toPrecision(kept)));
  }
  return text.replaceAll("-", "−");
}

function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

// Values that were written as steps of a range; NaN where they lay outside.
function placesOf(base64, [low, high]) {
  const bytes = bytesOf(base64 ?? "");
  const values = new Float64Array(bytes.length / 2);
  for (let i = 0; i < values.length; ++i) {
    const step = bytes[2 * i] + 256 * bytes[2 * i + 1];
    values[i] = step === 65535 ? NaN : low + (step / 65534) * (high - low);
  }
  return values;
}

// act() where the element has become wider or narrower, and when it first has a width.
function followWidth(box, act) {
  let width = 0;
  new ResizeObserver(() => {
    if (box.clientWidth === width) return;
    width = box.clientWidth;
    requestAnimationFrame(act); // not at once: what act() draws may change sizes again
  }).observe(box);
}

const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const prefersStillness = matchMedia("(prefers-reduced-motion: reduce)");

function colours() {
  return prefersDark.matches ? data.colours.dark : data.colours.light;
}

// Of the generation at an index: generation 0 has one end of the ramp, the last that was asked for the other.
function colourOf(index, ramp = colours().ramp) {
  const share = stops[index] / Math.max(1, data.last);
  return ramp[Math.round(Math.min(1, share) * (ramp.length - 1))];
}

function withAlpha(colour, alpha) {
  return (
    colour +
    Math.round(255 * alpha)
      .toString(16)
      .padStart(2, "0")
  );
}
