// What each generation writes: the same prompt answered by generation 0, one between and the one that is shown. What a
// text repeats is marked, and what the field guide says otherwise.

// The text in pieces, each with the marks that lie over it. Places are those of JavaScript's strings.
function markedPieces({ text, marks, wrong = [] }) {
  const cuts = [
    ...new Set([0, text.length, ...marks.flatMap((m) => m.slice(0, 2)), ...wrong.flatMap((w) => w.slice(0, 2))]),
  ].sort((a, b) => a - b);
  const pieces = [];
  for (let i = 0; i + 1 < cuts.length; ++i) {
    const [from, to] = [cuts[i], cuts[i + 1]];
    const over = ([begin, end]) => begin <= from && to <= end && begin < end;
    let piece = text.slice(from, to);
    const error = wrong.find(over);
    if (error) piece = element("span", { class: "wrong", title: words("guideSays", error[2]) }, piece);
    const mark = marks.find(over);
    if (mark) piece = element("mark", { class: `phrase${mark[2] % 3}` }, piece);
    pieces.push(piece);
  }
  return pieces;
}

// The same text is chosen in all columns.
const textChoices = [];
function chooseText(choice) {
  for (const follow of textChoices) follow(choice);
}

function textsStage(stage, moments) {
  const isAlone = data.columns.length === 1;
  const chooser = element(
    "select",
    { "aria-label": words("whichText") },
    ...stage.choices.map((name, i) => element("option", { value: i }, name)),
  );
  const prompt = element("p", { class: "prompt", dir: "auto" });
  const pages = element("div", { class: "pages" });
  const box = element("div", { class: "texts" }, element("p", {}, chooser), prompt, pages);
  let shown = 0;
  let tallest = 0; // of what was shown in this width: what lies below stays where it is while one plays

  const pieceOf = (index) => moments[index]?.texts?.[Number(chooser.value)];
  const isWide = () => box.clientWidth >= 900;

  function indices() {
    if (!isAlone || shown === 0) return [shown];
    const middle = Math.floor(shown / 2);
    return isWide() && middle > 0 ? [0, middle, shown] : [0, shown];
  }

  function page(index, isSame) {
    const piece = pieceOf(index);
    const head = element("h3", {}, words("generationNow", stops[index]));
    head.style.color = colourOf(index, colours().words);
    head.style.borderTopColor = colourOf(index);
    if (piece) head.append(" ", element("small", {}, words("repeated", Math.round(100 * piece.repeated))));
    const text = element("p", { class: "written", dir: "auto" });
    if (piece && !isSame && piece.prompt) text.append(element("span", { class: "lead" }, piece.prompt + " "));
    if (piece) text.append(...(piece.text ? markedPieces(piece) : [words("wroteNothing")]));
    else text.append(words("noText"));
    return element("article", { "data-generation": stops[index] }, head, text);
  }

  function fill() {
    const wanted = indices();
    const prompts = new Set(wanted.map((index) => pieceOf(index)?.prompt ?? ""));
    const isSame = prompts.size === 1;
    const given = isSame ? [...prompts][0] : "";
    prompt.textContent = given ? words("prompt", given) : words(isSame ? "noPrompt" : "ownPrompts");
    pages.replaceChildren(...wanted.map((index) => page(index, isSame)));
    tallest = Math.max(tallest, pages.scrollHeight);
    pages.style.minHeight = `${tallest}px`;
  }
  function refill() {
    tallest = 0;
    pages.style.minHeight = "0";
    fill();
  }
  chooser.addEventListener("change", () => chooseText(chooser.value));
  textChoices.push((choice) => {
    if (choice < stage.choices.length) chooser.value = choice;
    refill();
  });
  followWidth(box, refill);
  return {
    element: box,
    show(index) {
      shown = Math.min(index, moments.length - 1);
      fill();
    },
    legend: () => [["phrase", words("repeatedLegend")]],
  };
}
