// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/About.h"

#include "core/base/Text.h"
#include "core/catalogue/Sha256.h"
#include "core/recipe/ExperimentJson.h"

#include <nlohmann/json.hpp>

namespace hareloom {

std::string digestOf(const Experiment& experiment)
{
    std::string text = toText(experiment);
    if (!text.ends_with('\n'))
        text += '\n';
    Sha256 sum;
    sum.add({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    return sum.hex();
}

nlohmann::ordered_json aboutOf(const Session& session)
{
    const Provenance& made = session.provenance();
    const Experiment& experiment = session.experiment();
    return {{"program", "Hareloom"},
            {"version", made.version},
            {"samplingVersion", made.samplingVersion},
            {"created", made.created},
            {"device", made.device},
            {"threads", made.threads},
            {"title", experiment.title},
            {"seed", experiment.seed},
            {"chains", experiment.chains},
            {"generations", experiment.generations},
            {"experimentSha256", digestOf(experiment)}};
}

void writeAboutLines(std::ostream& out, const Session& session)
{
    const nlohmann::ordered_json about = aboutOf(session);
    for (const auto& [name, value] : about.items())
        out << "# " << name << ": "
            << (value.is_string() ? printable(value.get<std::string>()) : value.dump()) << '\n';
}

} // namespace hareloom
