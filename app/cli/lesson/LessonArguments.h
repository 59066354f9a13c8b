// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace hareloom::cli {

/// `hareloom-cli lesson ACTION`.
struct LessonArguments
{
    std::string action;                     // list, format, new, check, play, collect, worksheet
    std::string place;                      // a lesson, or the folder that the action works on
    std::string name;                       // the learner's
    std::optional<std::string> seed, seeds; // as typed: refusals name what was typed
    std::string answers;                    // play: the file; empty: by the lesson's and the learner's name
    std::string out;                        // worksheet: the file; empty: stdout
    bool again = false;                     // play
    bool key = false, notes = false, gift = false; // worksheet
    bool json = false;                             // list
};

} // namespace hareloom::cli
