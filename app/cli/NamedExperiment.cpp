// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/NamedExperiment.h"

#include "app/cli/ExperimentInput.h"
#include "core/store/Session.h"

namespace hareloom::cli {

Result<NamedExperiment> readNamedExperiment(const std::string& name, const std::vector<std::string>& set)
{
    if (namesSession(name)) {
        if (!set.empty())
            return invalidInput("--set " + set.front() + ": a session has its settings; leave --set out.");
        const Result<std::unique_ptr<Session>> session = Session::openReadOnly(name);
        if (!session)
            return session.error();
        return NamedExperiment{(*session)->experiment(), (*session)->provenance().version};
    }
    ExperimentArguments named;
    named.name = name;
    named.set = set;
    Result<ExperimentInput> input = readExperimentInput(named);
    if (!input)
        return input.error();
    return NamedExperiment{std::move(input->experiment)};
}

} // namespace hareloom::cli
