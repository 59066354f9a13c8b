// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hareloom {

/// GPT-2's way to write bytes so that a vocabulary is readable text without blanks (Radford et al. 2019,
/// "Language models are unsupervised multitask learners", and the code published with it): the visible
/// characters of Latin-1 stand for themselves, the other 68 bytes in ascending order for U+0100, U+0101, ...
/// A space is U+0120, a line break U+010A.
std::string toByteAlphabet(std::string_view bytes);

/// The bytes that `piece` stands for; nothing when one of its characters is outside the alphabet.
std::optional<std::string> fromByteAlphabet(std::string_view piece);

} // namespace hareloom
