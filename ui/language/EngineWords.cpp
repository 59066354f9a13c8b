// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/EngineWords.h"

#include <QCoreApplication>

#include <array>
#include <string>

namespace hareloom::ui {

QString engineWords(EngineList list, std::string_view english)
{
    static constexpr std::array kContexts{"Teller",       "Metric",    "Setting",  "Choices",
                                          "Preset",       "Theory",    "Glossary", "Family",
                                          "Availability", "Catalogue", "State",    "Fact"};
    if (english.empty())
        return {};
    return QCoreApplication::translate(kContexts[static_cast<std::size_t>(list)],
                                       std::string(english).c_str());
}

} // namespace hareloom::ui
