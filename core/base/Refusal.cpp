// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Refusal.h"

#include "core/base/Text.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace hareloom {
namespace {

std::string written(double bound)
{
    return bound == std::floor(bound) && std::abs(bound) < 1e15
               ? std::to_string(static_cast<std::int64_t>(bound))
               : shortNumber(bound);
}

/// Where the setting stands in the sentence, with the places in its list: [begin, end); none where it is not
/// named.
struct Place
{
    std::size_t begin = std::string::npos, end = std::string::npos;
    bool isKnown() const { return begin != std::string::npos; }
};

Place placeOf(const Error& error)
{
    Place place;
    if (error.path.empty())
        return place;
    place.begin = error.message.find(error.path);
    if (!place.isKnown())
        return place;
    place.end = place.begin + error.path.size();
    while (place.end < error.message.size() && error.message[place.end] == '[')
        place.end = std::min(error.message.find(']', place.end), error.message.size() - 1) + 1;
    return place;
}

/// "Entry 3", "entry 3": places count from 0 in files and from 1 for people.
std::string entryIn(const Error& error, const Place& place)
{
    const std::size_t bracket = place.begin + error.path.size();
    return std::to_string(std::atoll(error.message.c_str() + bracket + 1) + 1);
}

bool hasEntry(const Error& error, const Place& place)
{
    return place.end > place.begin + error.path.size();
}

} // namespace

std::string mustBe(std::string_view path, std::string_view found, std::string_view must)
{
    return std::string(path).append(" is ").append(found).append(". It must ").append(must).append(".");
}

Error refusedSetting(const std::string& path, std::string_view found, std::string_view must)
{
    return {ErrorKind::InvalidInput, mustBe(path, found, must), path.substr(0, path.find('['))};
}

std::string lieBetween(double least, double most)
{
    return "lie between " + written(least) + " and " + written(most);
}

std::string oneOf(std::span<const std::string> choices)
{
    std::string text;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        text += i == 0 ? "" : i + 1 == choices.size() ? " or " : ", ";
        text += choices[i];
    }
    return text;
}

std::string beOneOf(std::span<const std::string> choices)
{
    return "be " + oneOf(choices);
}

std::string saidOf(const Error& error, std::string_view name)
{
    const Place place = placeOf(error);
    if (!place.isKnown())
        return error.message;
    const std::string entry = hasEntry(error, place) ? ", entry " + entryIn(error, place) : std::string();
    return std::string(name) + entry + error.message.substr(place.end);
}

std::string saidBeside(const Error& error)
{
    const Place place = placeOf(error);
    if (!place.isKnown())
        return error.message;
    const std::string rest = error.message.substr(place.end);
    if (rest.starts_with(": "))
        return rest.substr(2);
    return (hasEntry(error, place) ? "Entry " + entryIn(error, place) : std::string("It")) + rest;
}

} // namespace hareloom
