// A response: the line over one input, or answers against the right ones over several; the truth is dashed. And whatever
// is dots alone, over those of generation 0: what diffusion models draw in the plane.

function regressionStage(stage, moments) {
  const pairs = ([xs, ys]) => [placesOf(xs, stage.x), placesOf(ys, stage.y)];
  const real = pairs(stage.real);
  const valuesOf = (written) => written.map(valueOf);
  const truth = stage.truth ? valuesOf(stage.truth) : null;

  function plotOf(context, width, height) {
    return new Plot(
      context,
      width,
      height,
      numberAxis(stage.x, (width - 66) / 90, stage.axes[0]),
      numberAxis(stage.y, (height - 62) / 56, stage.axes[1]),
    );
  }

  function dots(plot, [xs, ys], radius, colour, isRing) {
    const c = plot.context;
    c.fillStyle = c.strokeStyle = colour;
    c.lineWidth = 1;
    xs.forEach((x, i) => {
      if (Number.isNaN(x) || Number.isNaN(ys[i])) return;
      c.beginPath();
      c.arc(plot.atX(x), plot.atY(ys[i]), radius, 0, 2 * Math.PI);
      if (isRing) c.stroke();
      else c.fill();
    });
  }

  function valueAt(curve, x) {
    const [low, high] = stage.x;
    const place = ((x - low) / (high - low)) * (curve.length - 1);
    const left = Math.max(0, Math.min(curve.length - 2, Math.floor(place)));
    return curve[left] + (place - left) * (curve[left + 1] - curve[left]);
  }

  return {
    draw(context, width, height, index) {
      const plot = plotOf(context, width, height);
      const { curve, dots: rows } = moments[index];
      const colour = colourOf(index);
      plot.grid();
      plot.clipped(() => {
        dots(plot, real, 2.6, withAlpha(colours().real, 0.3), true);
        if (!curve && moments[0]) dots(plot, pairs(moments[0].dots), 2.6, withAlpha(colours().ramp[0], 0.8), true);
        dots(plot, pairs(rows), 2.2, withAlpha(colour, 0.75), false);
        if (truth) strokeCurve(plot, truth, colours().real, 1.4, [5, 4]);
        if (curve && moments[0]) strokeCurve(plot, valuesOf(moments[0].curve), colours().ramp[0], 1.8);
        if (curve) strokeCurve(plot, valuesOf(curve), colourOf(index, colours().words), 2.6);
      });
      plot.axes();
    },
    read(px, py, width, height, index) {
      const plot = plotOf(null, width, height);
      if (!plot.contains(px, py)) return null;
      const [x, y] = [plot.valueX(px), plot.valueY(py)];
      const { curve } = moments[index];
      const value = curve ? valueAt(valuesOf(curve), x) : y;
      return { heading: `${stage.axes[0]} = ${numberText(x, 4)}`, lines: [[stage.axes[1], numberText(value, 4)]] };
    },
    table(index) {
      const [xs, ys] = pairs(moments[index].dots);
      return { headers: stage.axes, rows: [...xs].map((x, i) => [x, ys[i]]) };
    },
    legend: () => [
      ["contour", words("generationZero")],
      ["dot", stage.dotWords],
      ...(real[0].length > 0 ? [["ring", words("realData")]] : []),
    ],
  };
}
