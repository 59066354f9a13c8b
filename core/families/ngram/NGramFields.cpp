// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/ngram/NGramFields.h"

#include "core/experiment/FieldBuilders.h"
#include "core/families/ngram/NGramSettings.h"

namespace hareloom {

std::vector<ExperimentField> ngramFields()
{
    using namespace fields;
    using N = NGramSettings;
    const auto applies = ofFamily("ngram");
    const auto usesPieces = [applies](const Experiment& e) {
        return applies(e) && e.model.of<N>().units == TextUnits::Pieces;
    };
    return {
        whole({"model.order", "Order",
               "How many tokens a counted run has: the last of them is chosen by those before it. Order 1 "
               "ignores what "
               "came before.",
               "tokens", "Words it looks at"},
              {1, kMaxOrder}, model(&N::order), applies),
        choice({"model.units", "Tokens",
                "What the text is cut into: words, characters (for languages without spaces, such as "
                "Chinese), or the "
                "pieces of a tokenizer."},
               kTextUnits, model(&N::units), applies),
        pathTo(PathKind::Folder,
               {"model.tokenizer", "Tokenizer",
                "Whose pieces: field-guide, english, the catalogue's opt-125m, or a folder with a tokenizer in "
                "Hugging Face's "
                "layout."},
               model(&N::tokenizer), usesPieces),
        real({"model.addK", "Add k",
              "Added to the count of every token, so that what was never seen has a small chance; 0 for none "
              "(maximum likelihood)."},
             {0, 1000}, model(&N::addK), applies),
        toggle({"model.prompted", "Prompted",
                "Each block that is written continues a block of text; off: it begins anew."},
               model(&N::prompted), applies),
        toggle({"model.greedy", "Greedy",
                "Writes the most frequent token each time; off: tokens are drawn by chance."},
               model(&N::greedy), applies),
    };
}

} // namespace hareloom
