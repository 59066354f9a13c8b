// A plot on a canvas: where its data lie, its grid, its axes.

const fontOf = (size = 12, weight = 400) => `${weight} ${size}px Inter, system-ui, "Noto Sans CJK SC", sans-serif`;

function canvasOf(width, height) {
  return element("canvas", { width, height });
}

class Plot {
  // x, y: {range, ticks: [[value, label]], title}; the canvas has width and height.
  constructor(context, width, height, x, y, below = 0) {
    Object.assign(this, { context, x, y });
    this.left = 54;
    this.right = width - 12;
    this.top = 24;
    this.bottom = height - 38 - below;
  }
  get width() {
    return this.right - this.left;
  }
  get height() {
    return this.bottom - this.top;
  }
  atX(value) {
    return this.left + shareOf(value, this.x.range) * this.width;
  }
  atY(value) {
    return this.bottom - shareOf(value, this.y.range, this.y.isLog) * this.height;
  }
  valueX(pixel) {
    const [low, high] = this.x.range;
    return low + ((pixel - this.left) / this.width) * (high - low);
  }
  valueY(pixel) {
    const [low, high] = this.y.range;
    return low + ((this.bottom - pixel) / this.height) * (high - low);
  }
  contains(px, py) {
    return px >= this.left && px <= this.right && py >= this.top && py <= this.bottom;
  }

  line(x1, y1, x2, y2) {
    this.context.beginPath();
    this.context.moveTo(x1, y1);
    this.context.lineTo(x2, y2);
    this.context.stroke();
  }

  clipped(draw) {
    this.context.save();
    this.context.beginPath();
    this.context.rect(this.left, this.top, this.width, this.height);
    this.context.clip();
    draw();
    this.context.restore();
  }

  grid() {
    const c = this.context;
    c.strokeStyle = colours().grid;
    c.lineWidth = 1;
    for (const [value] of this.y.ticks) this.line(this.left, this.atY(value), this.right, this.atY(value));
  }

  axes(offset = 0) {
    const c = this.context;
    c.font = fontOf();
    c.fillStyle = c.strokeStyle = colours().muted;
    c.lineWidth = 1;
    this.line(this.left, this.bottom, this.right, this.bottom);
    c.textBaseline = "top";
    c.textAlign = "center";
    for (const [value, label] of this.x.ticks) c.fillText(label, this.atX(value), this.bottom + offset + 5);
    c.fillText(this.x.title, (this.left + this.right) / 2, this.bottom + offset + 21, this.width);
    c.textAlign = "right";
    c.textBaseline = "middle";
    for (const [value, label] of this.y.ticks) c.fillText(label, this.left - 6, this.atY(value));
    c.textAlign = "left";
    c.textBaseline = "top";
    c.fillText(this.y.title, 4, 4, this.right);
  }
}

function numberAxis(range, most, title, isLog = false) {
  return { range, title, isLog, ticks: ticksOf(range, most, isLog).map((value) => [value, numberText(value)]) };
}

// The path along evenly spaced values, for curves and the areas below them.
function tracePath(plot, values, from, to) {
  const c = plot.context;
  const [low, high] = plot.x.range;
  const step = (high - low) / (values.length - 1);
  const first = Math.max(0, Math.ceil((from - low) / step));
  const last = Math.min(values.length - 1, Math.floor((to - low) / step));
  c.beginPath();
  for (let i = first; i <= last; ++i) c.lineTo(plot.atX(low + i * step), plot.atY(values[i]));
  return [plot.atX(low + first * step), plot.atX(low + last * step)];
}

function fillBelow(plot, values, colour, [from, to] = plot.x.range) {
  if (!(to > from)) return;
  const [left, right] = tracePath(plot, values, from, to);
  plot.context.lineTo(right, plot.bottom);
  plot.context.lineTo(left, plot.bottom);
  plot.context.fillStyle = colour;
  plot.context.fill();
}

function strokeCurve(plot, values, colour, width, dashes = []) {
  tracePath(plot, values, ...plot.x.range);
  plot.context.strokeStyle = colour;
  plot.context.lineWidth = width;
  plot.context.setLineDash(dashes);
  plot.context.stroke();
  plot.context.setLineDash([]);
}
