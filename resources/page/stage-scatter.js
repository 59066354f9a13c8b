// Two variables: the density as a heat map, generation 0's contours, ellipses of the components, rows as dots.

const kMap = [96, 60];

function normalDensity2(x, y, [weight, mx, my, a, b, c]) {
  const det = a * c - b * b;
  if (!(det > 0)) return 0;
  const dx = x - mx;
  const dy = y - my;
  return (
    (weight / (2 * Math.PI * Math.sqrt(det))) * Math.exp(-(c * dx * dx - 2 * b * dx * dy + a * dy * dy) / (2 * det))
  );
}

// A circle is drawn as one, unless the axes are too unlike.
function evenRanges(x, y, width, height) {
  const perX = (x[1] - x[0]) / width;
  const perY = (y[1] - y[0]) / height;
  const widened = ([low, high], factor) => [
    low - ((factor - 1) / 2) * (high - low),
    high + ((factor - 1) / 2) * (high - low),
  ];
  if (perX < perY && perY < 4 * perX) return [widened(x, perY / perX), y];
  if (perY < perX && perX < 4 * perY) return [x, widened(y, perX / perY)];
  return [x, y];
}

function scatterStage(stage, moments) {
  const pairs = ([xs, ys]) => [placesOf(xs, stage.x), placesOf(ys, stage.y)];
  const real = pairs(stage.real);
  const contours = pairs(stage.contours);

  function plotOf(context, width, height) {
    const shape = new Plot(context, width, height, {}, {});
    const [x, y] = evenRanges(stage.x, stage.y, shape.width, shape.height);
    return new Plot(
      context,
      width,
      height,
      numberAxis(x, width / 90, stage.axes[0]),
      numberAxis(y, height / 56, stage.axes[1]),
    );
  }

  function heatOf(plot, parts) {
    const [columns, rows] = kMap;
    const values = new Float64Array(columns * rows);
    const [x0, x1] = plot.x.range;
    const [y0, y1] = plot.y.range;
    const least = (0.5 * Math.min((x1 - x0) / columns, (y1 - y0) / rows)) ** 2;
    for (const [weight, mx, my, a, b, c] of parts)
      for (let row = 0; row < rows; ++row)
        for (let column = 0; column < columns; ++column) {
          const x = x0 + ((column + 0.5) / columns) * (x1 - x0);
          const y = y1 - ((row + 0.5) / rows) * (y1 - y0);
          values[row * columns + column] += normalDensity2(x, y, [weight, mx, my, a + least, b, c + least]);
        }
    const peak = Math.max(...values);
    return values.map((value) => (peak > 0 ? Math.sqrt(value / peak) : 0));
  }

  function paintShades(plot, shades, [columns, rows], [x, y], colour) {
    const picture = canvasOf(columns, rows);
    const inner = picture.getContext("2d");
    const image = inner.createImageData(columns, rows);
    const [red, green, blue] = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
    shades.forEach((shade, i) => image.data.set([red, green, blue, 150 * shade], 4 * i));
    inner.putImageData(image, 0, 0);
    plot.context.imageSmoothingEnabled = true;
    plot.context.drawImage(
      picture,
      plot.atX(x[0]),
      plot.atY(y[1]),
      plot.atX(x[1]) - plot.atX(x[0]),
      plot.atY(y[0]) - plot.atY(y[1]),
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

  // Two standard deviations around a component; a ring around one that is hardly to be seen.
  function ellipse(plot, [weight, mx, my, a, b, c], colour) {
    const context = plot.context;
    const along = Math.sqrt(Math.max(0, a));
    const skew = along > 0 ? b / along : 0;
    const across = Math.sqrt(Math.max(0, c - skew * skew));
    const centre = [plot.atX(mx), plot.atY(my)];
    let farthest = 0;
    context.strokeStyle = withAlpha(colour, 0.35 + 0.65 * weight);
    context.lineWidth = 2;
    context.beginPath();
    for (let i = 0; i <= 96; ++i) {
      const [cos, sin] = [Math.cos((i / 96) * 2 * Math.PI), Math.sin((i / 96) * 2 * Math.PI)];
      const x = plot.atX(mx + 2 * along * cos);
      const y = plot.atY(my + 2 * (skew * cos + across * sin));
      farthest = Math.max(farthest, Math.hypot(x - centre[0], y - centre[1]));
      context.lineTo(x, y);
    }
    context.stroke();
    if (farthest < 4.5) {
      context.beginPath();
      context.arc(...centre, 9, 0, 2 * Math.PI);
      context.stroke();
    }
    plot.line(centre[0] - 4, centre[1], centre[0] + 4, centre[1]);
    plot.line(centre[0], centre[1] - 4, centre[0], centre[1] + 4);
  }

  function drawContours(plot) {
    const [xs, ys] = contours;
    plot.context.strokeStyle = colours().ramp[0];
    plot.context.lineWidth = 1.6;
    plot.context.beginPath();
    for (let i = 0; i + 1 < xs.length; i += 2) {
      plot.context.moveTo(plot.atX(xs[i]), plot.atY(ys[i]));
      plot.context.lineTo(plot.atX(xs[i + 1]), plot.atY(ys[i + 1]));
    }
    plot.context.stroke();
  }

  function meanOf(parts) {
    return parts.reduce(([x, y], [weight, mx, my]) => [x + weight * mx, y + weight * my], [0, 0]);
  }

  function sayOutside(plot, parts, index) {
    const [x, y] = meanOf(parts);
    if (plot.contains(plot.atX(x), plot.atY(y))) return;
    const c = plot.context;
    c.font = fontOf(12, 600);
    c.fillStyle = colourOf(index, colours().words);
    c.textAlign = "center";
    c.textBaseline = "middle";
    c.fillText(
      words("outside", numberText(x), numberText(y)),
      (plot.left + plot.right) / 2,
      (plot.top + plot.bottom) / 2,
      plot.width,
    );
  }

  const densityAt = (index, x, y) => moments[index].parts.reduce((sum, part) => sum + normalDensity2(x, y, part), 0);

  return {
    draw(context, width, height, index) {
      const plot = plotOf(context, width, height);
      const { parts, shades, dots: rows } = moments[index];
      const colour = colourOf(index);
      plot.grid();
      plot.clipped(() => {
        dots(plot, real, 2.6, withAlpha(colours().real, 0.3), true);
        if (parts) paintShades(plot, heatOf(plot, parts), kMap, [plot.x.range, plot.y.range], colour);
        else
          paintShades(
            plot,
            [...bytesOf(shades)].map((shade) => shade / 255),
            stage.map,
            [stage.x, stage.y],
            colour,
          );
        drawContours(plot);
        dots(plot, pairs(rows), 2.2, withAlpha(colour, 0.9), false);
        for (const part of parts ?? []) ellipse(plot, part, colourOf(index, colours().words));
        if (parts) sayOutside(plot, parts, index);
      });
      plot.axes();
    },
    read(px, py, width, height, index) {
      const plot = plotOf(null, width, height);
      if (!plot.contains(px, py)) return null;
      const [x, y] = [plot.valueX(px), plot.valueY(py)];
      const lines = [[stage.axes[1], numberText(y, 4)]];
      if (moments[index].parts)
        lines.push(
          [words("densityOf", stops[index]), numberText(densityAt(index, x, y))],
          [words("densityOf", 0), numberText(densityAt(0, x, y))],
        );
      return { heading: `${stage.axes[0]} = ${numberText(x, 4)}`, lines };
    },
    table(index) {
      const { parts, dots: rows } = moments[index];
      if (!parts) {
        const [xs, ys] = pairs(rows);
        return { headers: stage.axes, rows: [...xs].map((x, i) => [x, ys[i]]) };
      }
      const headers = [
        words("component"),
        words("weight"),
        ...stage.axes.map((axis) => words("meanOf", axis)),
        ...stage.axes.map((axis) => words("spreadOf", axis)),
        words("correlation"),
      ];
      return {
        headers,
        rows: parts.map(([weight, mx, my, a, b, c], i) => [
          i + 1,
          weight,
          mx,
          my,
          Math.sqrt(a),
          Math.sqrt(c),
          a * c > 0 ? b / Math.sqrt(a * c) : NaN,
        ]),
      };
    },
    legend: () => [
      ["contour", words("generationZero")],
      ["dot", words("rows")],
      ["ring", words("realData")],
    ],
  };
}
