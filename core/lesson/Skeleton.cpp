// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/Skeleton.h"

namespace hareloom {
namespace {

constexpr const char* kJson = R"({
  "schema": 1,
  "minutes": 5,
  "seeds": 40,
  "sources": ["shumailov2024"],
  "experiments": [
    {
      "id": "coins",
      "experiment": {
        "schema": 1,
        "title": "Four kinds of coins",
        "family": "discrete",
        "source": {"kind": "categories", "weights": [40, 30, 20, 10]},
        "samples": {"size": 50},
        "generations": 100,
        "evaluation": {"metrics": ["survivingStates"]}
      },
      "names": ["gold", "silver", "copper", "tin"]
    }
  ],
  "values": [
    {"id": "left", "is": "survivingStates at last"}
  ],
  "steps": [
    {"id": "start", "experiment": "coins", "runTo": 0},
    {
      "id": "guess",
      "ask": {
        "kind": "number",
        "least": 0,
        "most": 4,
        "answer": "survivingStates at last"
      }
    },
    {"id": "show", "runTo": 100, "metrics": ["survivingStates"], "reveal": "guess"}
  ],
  "claims": [
    {"text": "show", "says": "In most runs a kind is lost.", "holds": "survivingStates at last < 4", "in": 0.9}
  ]
}
)";

constexpr const char* kText = R"(## title
My lesson

## question
How many of four kinds are left after a hundred copies?

## start
A bag holds four kinds of coins. A first model learns how often each kind is drawn, from 50 draws. The next model learns
from 50 draws of the first one, and so on.

## start.hint
Look at the smallest bar.

## guess
What do you expect before it runs?

## guess.ask
How many kinds are left after 100 generations?

## guess.right
Yes: {left} in your run.

## guess.wrong
In your run it was {left}. A kind that is not drawn once can never be drawn again.

## show
In most runs a kind is lost. In yours {left} are left.

## coins.gold
gold

## coins.silver
silver

## coins.copper
copper

## coins.tin
tin

## teacher.aims
- Learners see that what is not drawn is gone for good.

## teacher.misconceptions
- "A rare kind comes back when one waits long enough."

## teacher.discussion
- What would one real coin in each generation change?
)";

} // namespace

std::vector<NamedText> lessonSkeleton()
{
    return {{"lesson.json", kJson}, {"text.en.md", kText}};
}

} // namespace hareloom
