// Axes: where a value lies, and which values have a label.

function shareOf(value, [low, high], isLog = false) {
  return isLog ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
}

function niceStep(span, most) {
  const least = span / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least * (1 - 1e-9));
}

function stepsWithin([low, high], step) {
  const ticks = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; ++i) ticks.push(i === 0 ? 0 : i * step);
  return ticks;
}

// Round values within the range, at most about so many; whole ones if asked for. One alone gives no scale: rather one
// too many.
function evenTicks([low, high], most, isWhole = false) {
  if (!(high > low)) return [];
  let ticks = [];
  for (let more = 0; ticks.length < 2 && more < 4; ++more) {
    const step = niceStep(high - low, most + more);
    ticks = stepsWithin([low, high], isWhole ? Math.max(1, step) : step);
  }
  return ticks;
}

// Powers of ten; where few of them lie in the range also their doubles and halves.
function logTicks([low, high], most) {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const within = (value) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
  const every = Math.max(1, Math.ceil((last - first) / most));
  let ticks = [];
  for (let power = first; power <= last; power += every) ticks.push(10 ** power);
  ticks = ticks.filter(within);
  if (ticks.length > 2) return ticks;
  const finer = [];
  for (let power = first; power <= last; ++power) finer.push(...[1, 2, 5].map((factor) => factor * 10 ** power));
  const all = finer.filter(within);
  return all.length > 1
    ? all.filter((value, i) => all.length <= most + 1 || i % 2 === 0)
    : evenTicks([low, high], most);
}

function ticksOf(range, most, isLog = false) {
  return isLog ? logTicks(range, most) : evenTicks(range, most);
}
