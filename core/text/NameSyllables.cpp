// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/NameSyllables.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace hareloom {
namespace {

/// Parts separated by blanks; "-" is an empty part, "_" a blank.
struct Recipe
{
    std::string_view kind;
    std::vector<std::string_view> columns;
};

const Recipe kRecipes[] = {
    {"place",
     {"Em Wil Had Thor Ash Brae Cold Dun El Fen Gar Hol Ing Kel Lang Mel Nor Os Pen Quar Raven Sal Tad Ul "
      "Wen Yar",
      "ber der ing le mar ner el en - -", "ton ham by ley ford worth wick stow mere combe thorpe den"}},
    {"person",
     {"Hugh_ Agnes_ Tobias_ Maud_ Everard_ Cecily_ Jonas_ Isolde_ Piers_ Lettice_ Ambrose_ Sabina_ Roland_ "
      "Edith_ "
      "Matthias_ Clemence_ Godfrey_ Ursula_ Felix_ Barbary_",
      "Tar Bel Cro Dun Fal Gos Hart Ket Lam Mor Nut Pel Quill Ros Sted Thwai Ush Ver Whit Yel",
      "row low man son ter field ling ney wood sher combe gate"}},
    {"language",
     {"Var Tol Mes Ish Kar Uld Pey Sar Oro Nim Zha Lue Beth Gwa Drei Holm", "a e i o u an el or",
      "nic tic ese ish ric wan van li ki"}},
    {"river",
     {"Os Tar Ail Mor Win Sev Lus Nid Aur Bren Cal Dor Esk Fal Lyn Ryn", "a e i o el er ar",
      "ne ra sel th va wy der mont"}},
    {"headland",
     {"Gull Seal Grim Black Cold Hag Lan Mer Skel Storm Tor Wrack Brand Corm", "- er - en -",
      "_Point _Head _Ness _Skerry _Rock _Sands"}},
    {"cheese",
     {"Brin Cor Tal Mun Pec Gor Vach Rebl Stil Lim Cant Fou", "a o e i",
      "chon lier dou sette ton rel nais zola va"}},
    {"composer",
     {"Vor Bel Hass Lind Mar Pog Quan Rad Stam Tele Zel Kra", "a e i o en er",
      "witz mann ini otti berg ska nelli row"}},
    {"star", {"Var Ten Hal Enc Bro Kou Swi Tem Bie Schwa", "a e o u", "noth bel ke rsen mark dini tuk"}},
    {"italian",
     {"Mon Or Vi Per Fer Bel Cas Tri Sal Pra", "ta vi te ra li go ve", "no gna ra lla sco to nza"}},
    {"latin", {"mon cal rub alb fusc nigr tor vag lun noct", "i u a", "cola fera tus nus ris lata ceps"}},
    {"word", {"ka te mi so lu ra ne vo shi ba", "ka te mi so lu ra ne vo shi ba", "- - m n l sh ro ti"}},
    {"ship",
     {"Patient Golden Three Merry Northern Faithful Dutch Grey", "_",
      "Anna Brothers Heron Margaret Plough Widow Hope Sisters Tern"}},
};

std::vector<std::string_view> partsOf(std::string_view column)
{
    std::vector<std::string_view> parts;
    while (!column.empty()) {
        const std::size_t end = std::min(column.find(' '), column.size());
        parts.push_back(column.substr(0, end));
        column.remove_prefix(std::min(end + 1, column.size()));
    }
    return parts;
}

} // namespace

std::string inventName(std::string_view kind, Rng& rng)
{
    std::string name;
    const auto recipe = std::find_if(std::begin(kRecipes), std::end(kRecipes),
                                     [kind](const Recipe& r) { return r.kind == kind; });
    if (recipe == std::end(kRecipes))
        return name;
    for (const std::string_view column : recipe->columns) {
        const auto parts = partsOf(column);
        const std::string_view part = parts[rng.below(parts.size())];
        name += part == "-" ? "" : part;
    }
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

} // namespace hareloom
