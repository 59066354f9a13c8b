// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Word.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace hareloom {

/// What a person who chooses among generated rows likes.
enum class Reward {
    Near,      // rows near a point: r(x) = -|x - point|^2 / 2
    Direction, // rows far along a direction: r(x) = direction . x
    Classes,   // rows of some classes, states among them: r = 1 there, else 0
    Words,     // texts that have one of some words: r = 1 there, else 0
    Picks      // what somebody clicked: of each row's candidates the one with that number, whatever it is
};
inline constexpr std::array<Word<Reward>, 5> kRewards = {{{Reward::Near, "near"},
                                                          {Reward::Direction, "direction"},
                                                          {Reward::Classes, "classes"},
                                                          {Reward::Words, "words"},
                                                          {Reward::Picks, "picks"}}};

/// One taste.
struct Taste
{
    Reward reward = Reward::Near;
    double strength = 1;            // what the reward is multiplied with; above 0; of no meaning for picks
    std::vector<double> point;      // near, direction: one number for each variable
    std::vector<int> classes;       // classes: their numbers from 0
    std::vector<std::string> words; // words
    std::vector<int> picks; // picks: by row from 0, the number of its candidate from 0; of a row that has
                            // none each candidate is as likely
    double share = 1;               // of the rows that this taste chooses, relative to the others; above 0
};

/// Curation of what a model generates (Ferbach et al. 2024, arXiv 2407.09499): for each row that the next
/// generation learns from, `bestOf` rows are generated, and one of them is kept, with a probability
/// proportional to exp(reward). Where a taste is picks, the one that was picked.
struct Curation
{
    std::int64_t bestOf = 2;   // K, at least 2
    std::vector<Taste> tastes; // one or more
};

/// Whether a taste of them is picks, so that nothing is known of the rows that it keeps.
inline bool hasPicks(const Curation& curation)
{
    for (const Taste& taste : curation.tastes)
        if (taste.reward == Reward::Picks)
            return true;
    return false;
}

/// Whether anybody chooses: null, or one row generated for each that is kept, is no curation.
inline bool isCurated(const std::shared_ptr<const Curation>& curation)
{
    return curation && curation->bestOf > 1;
}

} // namespace hareloom
