// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/PageColours.h"

#include "ui/plot/LineMark.h"
#include "ui/theme/Theme.h"

#include <QJsonArray>

#include <array>
#include <utility>

namespace hareloom::ui {

namespace {

constexpr int kRampSteps = 64;
constexpr std::size_t kLines = 6; // kMostPageColumns
constexpr double kPen = 2;        // pixels

struct NamedColour
{
    const char* name;
    QColor Theme::*colour;
};

constexpr std::array<NamedColour, 14> kColours = {{{"window", &Theme::window},
                                                   {"surface", &Theme::surface},
                                                   {"raised", &Theme::raised},
                                                   {"text", &Theme::text},
                                                   {"muted", &Theme::muted},
                                                   {"line", &Theme::line},
                                                   {"grid", &Theme::grid},
                                                   {"control", &Theme::control},
                                                   {"accent", &Theme::accent},
                                                   {"on-accent", &Theme::onAccent},
                                                   {"danger", &Theme::danger},
                                                   {"real", &Theme::realData},
                                                   {"oldest", &Theme::oldest},
                                                   {"newest", &Theme::newest}}};

QJsonObject coloursOf(const Theme& theme)
{
    QJsonObject object;
    for (const auto& [name, colour] : kColours)
        object[QLatin1String(name)] = (theme.*colour).name();
    QJsonArray ramp, words;
    for (int i = 0; i <= kRampSteps; ++i) {
        ramp << theme.generation(double(i) / kRampSteps).name();
        words << theme.generationText(double(i) / kRampSteps).name();
    }
    object["ramp"] = ramp;
    object["words"] = words;
    return object;
}

QByteArray rulesOf(const Theme& theme)
{
    QByteArray rules = ":root{";
    for (const auto& [name, colour] : kColours)
        rules += QByteArray("--") + name + ':' + (theme.*colour).name().toLatin1() + ';';
    rules += "--ramp:linear-gradient(to right";
    for (int i = 0; i <= 8; ++i)
        rules += ',' + theme.generation(i / 8.0).name().toLatin1();
    rules += ");";
    for (std::size_t i = 0; i < kLines; ++i)
        rules += "--line" + QByteArray::number(i) + ':' + theme.variant(i).name().toLatin1() + ';';
    return rules + "}\n";
}

} // namespace

QJsonObject pageColours()
{
    QJsonObject object{{"light", coloursOf(lightTheme())}, {"dark", coloursOf(darkTheme())}};
    QJsonArray marks;
    for (std::size_t i = 0; i < kLines; ++i) {
        const LineMark mark = LineMark::of(i, lightTheme());
        QJsonArray dashes;
        for (const qreal dash : mark.dashes)
            dashes << dash * kPen;
        marks << QJsonObject{{"dashes", dashes}, {"shape", static_cast<int>(mark.shape)}};
    }
    object["marks"] = marks;
    return object;
}

QByteArray pageColourRules()
{
    return rulesOf(lightTheme()) + "@media (prefers-color-scheme: dark){\n" + rulesOf(darkTheme()) + "}\n";
}

} // namespace hareloom::ui
