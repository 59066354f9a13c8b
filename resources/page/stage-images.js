// What an image model draws of the same latent points: generation 0's images beside those of the one that is shown.

const kGap = 0.06; // of an image's width
const kMiddle = 0.55; // the tone that has the generation's own colour

// Even steps for the eye: mixed in Oklab (Ottosson, 2020).
function oklab(colour) {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const v = parseInt(colour.slice(i, i + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  });
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function rgbOf([lightness, a, b]) {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((v) => {
    const shown = v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055;
    return Math.round(255 * Math.max(0, Math.min(1, shown)));
  });
}

// From the ground over the generation's colour to ink; photographs keep their black and white.
function tonesOf(colour, isPhotograph) {
  const ends = isPhotograph ? ["#000000", "#ffffff"] : [colours().surface, colours().real];
  const [low, middle, high] = [ends[0], colour, ends[1]].map(oklab);
  const mixed = (from, to, t) => rgbOf(from.map((value, i) => value + t * (to[i] - value)));
  return Array.from({ length: 256 }, (_, i) => {
    const t = i / 255;
    return t < kMiddle ? mixed(low, middle, t / kMiddle) : mixed(middle, high, (t - kMiddle) / (1 - kMiddle));
  });
}

const canUnpack = typeof DecompressionStream === "function";

async function unpacked(base64) {
  const stream = new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function imagesStage(stage, moments, redraw) {
  const { width: imageWidth, height: imageHeight, count } = stage;
  const size = imageWidth * imageHeight;
  const walls = new Map(); // pixels of a generation, once they are unpacked
  const loading = new Map();

  function load(index) {
    if (!loading.has(index))
      loading.set(
        index,
        unpacked(moments[index].pixels ?? "").then((pixels) => {
          walls.set(index, pixels);
          redraw();
        }),
      );
    return loading.get(index);
  }

  function planOf(left, top, width, height) {
    let best = { cell: 0 };
    for (let columns = 1; columns <= count; ++columns) {
      const rows = Math.ceil(count / columns);
      const scale = Math.min(
        width / ((columns + kGap * (columns - 1)) * imageWidth),
        height / ((rows + kGap * (rows - 1)) * imageHeight),
      );
      const isEven = count % columns === 0;
      if (scale > best.cell * 1.02 || (isEven && !best.isEven && scale > best.cell * 0.98))
        best = { cell: scale, columns, rows, isEven };
    }
    const scale = best.cell >= 1 ? Math.floor(4 * best.cell) / 4 : best.cell;
    const step = [scale * imageWidth * (1 + kGap), scale * imageHeight + scale * imageWidth * kGap];
    return { left, top, scale, step, columns: best.columns };
  }
  function plansOf(width, height) {
    const head = 20;
    if (width >= 560) {
      const half = (width - 24) / 2;
      return [planOf(0, head, half, height - head), planOf(half + 24, head, half, height - head)];
    }
    const half = (height - 8) / 2;
    return [planOf(0, half + 8 + head, width, half - head), planOf(0, head, width, half - head)];
  }
  const imageAt = (plan, px, py) => {
    const column = Math.floor((px - plan.left) / plan.step[0]);
    const image = Math.floor((py - plan.top) / plan.step[1]) * plan.columns + column;
    return px >= plan.left && py >= plan.top && column < plan.columns && image < count ? image : -1;
  };

  function drawWall(context, plan, index, title) {
    context.font = fontOf(12, 600);
    context.fillStyle = colourOf(index, colours().words);
    context.textAlign = "left";
    context.textBaseline = "top";
    context.fillText(title, plan.left, plan.top - 18);
    const pixels = walls.get(index);
    if (!pixels) {
      if (canUnpack) load(index);
      else context.fillText(words("tooOld"), plan.left, plan.top);
      return;
    }
    const tones = tonesOf(colourOf(index), stage.isPhotograph);
    const picture = canvasOf(imageWidth, imageHeight * count);
    const inner = picture.getContext("2d");
    const image = inner.createImageData(picture.width, picture.height);
    for (let i = 0; i < size * count; ++i) image.data.set([...tones[pixels[i]], 255], 4 * i);
    inner.putImageData(image, 0, 0);
    context.imageSmoothingEnabled = plan.scale % 1 !== 0;
    for (let i = 0; i < count; ++i)
      context.drawImage(
        picture,
        0,
        i * imageHeight,
        imageWidth,
        imageHeight,
        plan.left + (i % plan.columns) * plan.step[0],
        plan.top + Math.floor(i / plan.columns) * plan.step[1],
        plan.scale * imageWidth,
        plan.scale * imageHeight,
      );
  }

  return {
    draw(context, width, height, index) {
      const [before, now] = plansOf(width, height);
      drawWall(context, before, 0, words("generationNow", 0));
      drawWall(context, now, index, words("generationNow", stops[index]));
      if (index + 1 < moments.length && moments[index + 1]) load(index + 1);
    },
    read(px, py, width, height) {
      const image = plansOf(width, height)
        .map((plan) => imageAt(plan, px, py))
        .find((i) => i >= 0);
      return image === undefined
        ? null
        : { heading: words("imageOf", image + 1, count), lines: [[words("samePoint"), ""]] };
    },
    async table(index) {
      await Promise.all([load(0), load(index)]);
      const [then, now] = [walls.get(0), walls.get(index)];
      const rows = [];
      for (let i = 0; i < count; ++i) {
        let [first, second, squares] = [0, 0, 0];
        for (let p = i * size; p < (i + 1) * size; ++p) {
          first += then[p];
          second += now[p];
          squares += (then[p] - now[p]) ** 2;
        }
        rows.push([i + 1, first / (255 * size), second / (255 * size), Math.sqrt(squares / size) / 255]);
      }
      return { headers: [words("imageHead"), words("toneOf", 0), words("toneOf", stops[index]), words("rms")], rows };
    },
    shape: 0.62,
    legend: () => [],
  };
}
