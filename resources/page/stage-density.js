// One variable: the density of a generation's model over generation 0's, its tails, and rows beneath.

const kCurvePoints = 401;

function normalDensity(x, mean, spread) {
  return Math.exp(-0.5 * ((x - mean) / spread) ** 2) / (spread * Math.sqrt(2 * Math.PI));
}

function densityStage(stage, moments) {
  const curves = new Map();
  const real = placesOf(stage.real, stage.x);
  const [low, high] = stage.x;

  // Narrower than a step is drawn as wide as one: the peak is then lower than it is, but it is seen.
  function curveOf(index) {
    if (curves.has(index)) return curves.get(index);
    const moment = moments[index];
    let values;
    if (moment.parts) {
      const step = (high - low) / (kCurvePoints - 1);
      values = new Float64Array(kCurvePoints);
      for (const [weight, mean, spread] of moment.parts)
        for (let i = 0; i < kCurvePoints; ++i)
          values[i] += weight * normalDensity(low + i * step, mean, Math.max(spread, step / 2));
    } else values = placesOf(moment.curve, [0, moment.peak]);
    curves.set(index, values);
    return values;
  }

  function densityAt(index, x) {
    const moment = moments[index];
    if (moment.parts) {
      const sum = moment.parts.reduce(
        (total, [weight, mean, spread]) => total + (spread > 0 ? weight * normalDensity(x, mean, spread) : 0),
        0,
      );
      return sum;
    }
    const values = curveOf(index);
    const at = ((x - low) / (high - low)) * (values.length - 1);
    const i = Math.max(0, Math.min(values.length - 2, Math.floor(at)));
    return values[i] + (values[i + 1] - values[i]) * (at - i);
  }

  function plotOf(context, width, height) {
    return new Plot(
      context,
      width,
      height,
      numberAxis(stage.x, width / 90, stage.axis),
      numberAxis([0, stage.top], height / 56, words("density")),
    );
  }

  function rug(plot, values, top, colour) {
    const c = plot.context;
    c.strokeStyle = withAlpha(colour, values.length > 150 ? 0.45 : 0.7);
    c.lineWidth = 1;
    for (const value of values) if (!Number.isNaN(value)) plot.line(plot.atX(value), top, plot.atX(value), top + 9);
  }

  function drawReal(plot) {
    if (stage.truth) {
      strokeCurve(plot, stage.truth, withAlpha(colours().real, 0.75), 1.4);
      return;
    }
    const bins = stage.bins ?? [];
    plot.context.fillStyle = withAlpha(colours().real, prefersDark.matches ? 0.16 : 0.1);
    bins.forEach((height, i) => {
      const left = plot.left + (i / bins.length) * plot.width;
      const top = plot.atY(height);
      plot.context.fillRect(left, top, plot.width / bins.length - 1, plot.bottom - top);
    });
  }

  function drawTails(plot, curve, colour) {
    const [under, over] = stage.tails;
    fillBelow(plot, curve, withAlpha(colour, 0.55), [low, under]);
    fillBelow(plot, curve, withAlpha(colour, 0.55), [over, high]);
    const c = plot.context;
    c.strokeStyle = c.fillStyle = colours().muted;
    c.font = fontOf();
    c.textBaseline = "top";
    c.setLineDash([1, 2]);
    const top = plot.bottom - 0.34 * plot.height;
    plot.line(plot.atX(under), top, plot.atX(under), plot.bottom);
    plot.line(plot.atX(over), top, plot.atX(over), plot.bottom);
    c.setLineDash([]);
    if (plot.width < 300) return;
    c.textAlign = "right";
    c.fillText(words("tailBelow"), plot.atX(under) - 5, top);
    c.textAlign = "left";
    c.fillText(words("tailAbove"), plot.atX(over) + 5, top);
  }

  return {
    draw(context, width, height, index) {
      const plot = plotOf(context, width, height);
      const colour = colourOf(index);
      const oldest = colours().ramp[0];
      const curve = curveOf(index);
      plot.grid();
      plot.clipped(() => {
        drawReal(plot);
        fillBelow(plot, curveOf(0), withAlpha(oldest, 0.13));
        fillBelow(plot, curve, withAlpha(colour, prefersDark.matches ? 0.3 : 0.22));
        drawTails(plot, curve, colour);
        strokeCurve(plot, curveOf(0), oldest, 1.5, [7, 5]);
        strokeCurve(plot, curve, colour, 2.5);
        rug(plot, real, plot.bottom - 9, colours().real);
        rug(plot, placesOf(moments[index].rows, stage.x), plot.bottom - 21, colour);
      });
      const peak = Math.max(...curve);
      if (peak > stage.top) {
        context.font = fontOf(12, 600);
        context.fillStyle = colourOf(index, colours().words);
        context.textAlign = "center";
        context.textBaseline = "top";
        context.fillText(
          words("upTo", numberText(peak)),
          plot.atX(low + (curve.indexOf(peak) / (curve.length - 1)) * (high - low)),
          plot.top - 14,
        );
      }
      plot.axes();
    },
    read(px, py, width, height, index) {
      const plot = plotOf(null, width, height);
      if (!plot.contains(px, py)) return null;
      const x = plot.valueX(px);
      return {
        heading: `${stage.axis} = ${numberText(x, 4)}`,
        lines: [
          [words("densityOf", stops[index]), numberText(densityAt(index, x))],
          [words("densityOf", 0), numberText(densityAt(0, x))],
        ],
      };
    },
    table(index) {
      const rows = [];
      for (let i = 0; i <= 80; ++i) {
        const x = low + (i / 80) * (high - low);
        rows.push([x, densityAt(0, x), densityAt(index, x)]);
      }
      return { headers: [stage.axis, words("densityOf", 0), words("densityOf", stops[index])], rows };
    },
    legend: () => [
      ["ghost", words("generationZero")],
      ["fill", words("thisGeneration")],
      ["tick", words("rows")],
      ["real", words(stage.truth ? "trueDensity" : "realData")],
    ],
  };
}
